package io.github.spout4j.kernel;

/** A manual-reset event: while it is set, all pass who wait for it. */
public interface NamedManualEvent extends KernelObject {
    /** Lets all pass who wait now, and all who come until {@link #reset}. */
    void set();

    void reset();

    /** Waits until the event is set, and leaves it so; never {@link WaitResult#ABANDONED}. */
    WaitResult await(long timeoutMillis);
}
