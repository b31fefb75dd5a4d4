package io.github.spout4j;

import java.time.Duration;

/**
 * The frame sync event of a name: one side signals, the other waits, so that two programs run in step. Thread-safe; methods throw
 * IllegalStateException after {@link #close}.
 *
 * {@snippet file="BesideFrames.java" region="step"}
 *
 * <p>On the wire: docs/protocol.md, Frame sync.
 */
public interface FrameSync extends AutoCloseable {
    /** Signals the other side: one wait ends, now or later. Signals that nobody waited for do not add up. Never blocks. */
    void signal();

    /**
     * Waits for a signal.
     *
     * @param timeout how long to wait at most; zero or less looks once
     * @return false where none came in time or the thread was interrupted
     */
    boolean await(Duration timeout);

    /** Lets go of the event. Idempotent. */
    @Override
    void close();
}
