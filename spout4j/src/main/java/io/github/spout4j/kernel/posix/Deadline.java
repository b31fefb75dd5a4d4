package io.github.spout4j.kernel.posix;

import java.util.concurrent.TimeUnit;

/** Timeouts as points of {@link System#nanoTime}. */
final class Deadline {
    private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(365 * 50);

    private Deadline() {}

    static long after(long timeoutMillis) {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("a timeout of " + timeoutMillis + " ms");
        }
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(timeoutMillis, LONGEST_MILLIS));
    }

    static long left(long deadline) {
        return deadline - System.nanoTime();
    }
}
