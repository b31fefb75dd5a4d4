package io.github.spout4j.sdk;

import io.github.spout4j.testing.TestSystem;

/** Waits for points in time, to some µs: asleep until the last ms, in which it spins. */
final class Pacer {
    private static final long MILLI = 1_000_000;
    private static final long SPIN_NANOS = TestSystem.WINDOWS ? 2 * MILLI : MILLI;

    private Pacer() {}

    /** @throws InterruptedException where the thread is interrupted meanwhile */
    static void awaitUntil(long nanoTime) throws InterruptedException {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                long sleep = left - SPIN_NANOS;
                Thread.sleep(sleep / MILLI, (int) (sleep % MILLI));
            } else {
                Thread.onSpinWait();
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
