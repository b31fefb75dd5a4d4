package io.github.spout4j.kernel;

/** How a wait ended. */
public enum WaitResult {
    /** What was waited for is there. */
    SIGNALLED,
    /** A mutex is now owned, and its last owner died without releasing it. */
    ABANDONED,
    /** The time ran out. */
    TIMED_OUT,
    /** The thread was interrupted; its interrupt status is still set. */
    INTERRUPTED;

    /** Whether a mutex is owned after this result. */
    public boolean owned() {
        return this == SIGNALLED || this == ABANDONED;
    }
}
