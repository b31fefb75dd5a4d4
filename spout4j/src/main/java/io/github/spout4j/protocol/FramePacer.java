package io.github.spout4j.protocol;

/**
 * Holds a frame rate: frames fall on multiples of one interval, so that lateness of one never moves the next. Sleeps, then
 * spins for at most 0.2 ms to be exact. Allocates nothing. Threads that share one get
 * a frame each.
 */
public final class FramePacer {
    private static final long SPIN_NANOS = 200_000;
    private static final long MILLI = 1_000_000;

    private final double hertz;
    private final double intervalNanos;
    private boolean started;
    private long origin;
    private long tick;

    /** @param hertz frames per second, above 0 */
    public FramePacer(double hertz) {
        if (!(hertz > 0) || hertz > 1e6) {
            throw new IllegalArgumentException(
                    "a frame rate is above 0 and at most 1000000 Hz, not " + hertz + "; leave pacing off for no limit");
        }
        this.hertz = hertz;
        intervalNanos = 1e9 / hertz;
    }

    public double hertz() {
        return hertz;
    }

    /**
     * Waits for the next frame's time: the first call returns at once and starts the clock, a call that comes late returns
     * at once. Returns early where the thread is interrupted, its interrupt status set.
     */
    public void await() {
        sleepUntil(next(System.nanoTime()));
    }

    private synchronized long next(long now) {
        if (!started) {
            started = true;
            origin = now;
            tick = 0;
        } else {
            tick = tickAfter(tick, now - origin, intervalNanos);
        }
        return origin + (long) (tick * intervalNanos);
    }

    /** The tick to wait for: the next, or where that is past by a whole interval or more, the latest that is past. */
    static long tickAfter(long tick, long elapsedNanos, double intervalNanos) {
        return Math.max(tick + 1, (long) (elapsedNanos / intervalNanos));
    }

    private static void sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            if (left <= SPIN_NANOS) {
                Thread.onSpinWait();
            } else if (!slept(left - SPIN_NANOS)) {
                return;
            }
        }
    }

    /** Thread.sleep and not parkNanos: on Windows only the former uses a timer that is better than 15 ms. */
    private static boolean slept(long nanos) {
        try {
            Thread.sleep(nanos / MILLI, (int) (nanos % MILLI));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
