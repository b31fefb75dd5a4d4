package io.github.spout4j.kernel;

import java.util.Optional;

/**
 * A mutex between threads of all processes. It belongs to the thread that acquired it (a virtual thread too, wherever it
 * is mounted), which may acquire it again and must release it as often, also through another handle of the same name.
 */
public interface NamedMutex extends KernelObject {
    /**
     * Waits for ownership.
     *
     * @param timeoutMillis ms to wait at most; 0 tries once
     * @return {@link WaitResult#SIGNALLED} or {@link WaitResult#ABANDONED}: this thread now owns the mutex (abandoned: the
     *         last owner died with it, so what it guards may be half-written); {@link WaitResult#TIMED_OUT} or
     *         {@link WaitResult#INTERRUPTED} (the thread's interrupt status stays set): it does not
     */
    WaitResult acquire(long timeoutMillis);

    /**
     * Gives one acquisition back.
     *
     * @throws IllegalMonitorStateException where this thread is not the owner
     */
    void release();

    /** Whose it is now, for people, such as "process 4711"; empty where nobody's, or the system does not tell. */
    default Optional<String> owner() {
        return Optional.empty();
    }
}
