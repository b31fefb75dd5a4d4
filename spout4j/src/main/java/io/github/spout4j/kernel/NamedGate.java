package io.github.spout4j.kernel;

/** A manual-reset event: while it is open, all pass who wait for it; while it is shut, they wait. */
public interface NamedGate extends KernelObject {
    /** Lets all pass who wait now, and all who come until {@link #shut}. */
    void open();

    void shut();

    /** Waits until the gate is open; never {@link WaitResult#ABANDONED}. */
    WaitResult await(long timeoutMillis);
}
