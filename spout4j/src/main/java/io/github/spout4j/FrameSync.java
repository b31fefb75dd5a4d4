package io.github.spout4j;

import java.time.Duration;

/**
 * The frame sync event of a name: one side signals, the other waits, so that two programs run in step. Thread-safe.
 */
public interface FrameSync extends AutoCloseable {
    /** Signals the other side: one wait ends, now or later. */
    void signal();

    /**
     * Waits for a signal.
     *
     * @return false where none came in time or the thread was interrupted
     */
    boolean await(Duration timeout);

    /** Idempotent. */
    @Override
    void close();
}
