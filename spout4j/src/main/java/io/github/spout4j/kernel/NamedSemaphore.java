package io.github.spout4j.kernel;

/** A counter between processes that can be waited for while it is 0. */
public interface NamedSemaphore extends KernelObject {
    /** Waits until the count is above 0 and takes 1 from it; never {@link WaitResult#ABANDONED}. */
    WaitResult acquire(long timeoutMillis);

    /**
     * Adds to the count.
     *
     * @param count how much to add, at least 1
     * @return the count before
     * @throws io.github.spout4j.SpoutException where the maximum would be passed; the count is then as before
     */
    int release(int count);

    /** The count now. Where the system cannot tell without a change, others see 1 less for a moment. */
    default int count() {
        return acquire(0) == WaitResult.SIGNALLED ? release(1) + 1 : 0;
    }

    /**
     * Waits until somebody may have changed the count since it was {@code known}; the count is not changed. It may return
     * early, so look at the count again. Windows offers no such wait: there the count is looked at about once a ms, unless there are
     * {@linkplain NamedManualEvent events} to wait for.
     */
    WaitResult awaitChange(int known, long timeoutMillis);
}
