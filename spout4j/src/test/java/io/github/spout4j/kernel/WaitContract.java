package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What every long wait for a named object does, on platform and on virtual threads. */
final class WaitContract {
    /** Less than all waits of these tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private WaitContract() {}

    static void anInterruptEndsAndStays(boolean virtual, Supplier<WaitResult> wait) throws InterruptedException {
        AtomicReference<Object> result = new AtomicReference<>();
        Thread waiter = thread(virtual,
                () -> result.set(wait.get() + " " + Thread.currentThread().isInterrupted()));
        endsSoon(waiter, waiter::interrupt);
        assertThat(result.get()).isEqualTo("INTERRUPTED true");
    }

    /** @param object what is waited for; is closed */
    static void closingEnds(boolean virtual, KernelObject object, Supplier<WaitResult> wait)
            throws InterruptedException {
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread waiter = thread(virtual, () -> {
            try {
                outcome.set(wait.get());
            } catch (IllegalStateException e) {
                outcome.set("closed");
            }
        });
        endsSoon(waiter, object::close);
        assertThat(outcome.get()).isIn("closed", WaitResult.TIMED_OUT);
    }

    static Thread thread(boolean virtual, Runnable task) {
        return virtual ? Thread.startVirtualThread(task) : Thread.ofPlatform().daemon().start(task);
    }

    private static void endsSoon(Thread waiter, Runnable end) throws InterruptedException {
        letItWait(waiter);
        end.run();
        assertThat(waiter.join(PATIENCE)).as("the wait ends").isTrue();
    }

    /** The tests hold whenever the thread begins to wait; this only makes it likely that it has begun. */
    private static void letItWait(Thread thread) throws InterruptedException {
        thread.join(50);
        assertThat(thread.isAlive()).isTrue();
    }
}
