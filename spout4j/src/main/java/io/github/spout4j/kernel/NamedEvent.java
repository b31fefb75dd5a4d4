package io.github.spout4j.kernel;

/** An auto-reset event: each set lets one waiter pass, now or later; sets do not add up. */
public interface NamedEvent extends KernelObject {
    /** Signals the event. */
    void set();

    /** Waits for the signal and resets it; never {@link WaitResult#ABANDONED}. */
    WaitResult await(long timeoutMillis);
}
