package io.github.spout4j.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Users' durations as the kernel's numbers: negative ones are 0, and none is longer than a year. */
final class Timeouts {
    private static final long YEAR_SECONDS = TimeUnit.DAYS.toSeconds(365);

    private Timeouts() {}

    static long millis(Duration timeout) {
        return TimeUnit.NANOSECONDS.toMillis(nanos(timeout));
    }

    static long nanos(Duration timeout) {
        long seconds = timeout.getSeconds();
        if (seconds < 0) {
            return 0;
        }
        return TimeUnit.SECONDS.toNanos(Math.min(seconds, YEAR_SECONDS)) + timeout.getNano();
    }

    /** The {@link System#nanoTime} at which the time will have run out. */
    static long deadline(Duration timeout) {
        return System.nanoTime() + nanos(timeout);
    }
}
