package io.github.spout4j.protocol;

/**
 * Frames per second as a viewer would read them: smoothed over about half a second, right from the second frame on, and
 * falling when frames stay away. Times are of {@link System#nanoTime()}. Allocates nothing; thread-safe.
 */
public final class FrameRate {
    private static final double SECOND = 1e9;
    private static final double SMOOTHING_NANOS = 0.5 * SECOND;
    /** Intervals without a frame after which the rate falls. */
    private static final double LATE = 2;

    private boolean started;
    private long last;
    private double recentFrames;
    private double recentNanos;

    /** Notes one frame. */
    public void frame(long nanos) {
        frames(1, nanos);
    }

    /** Notes that since the last call {@code count} frames have come, as a receiver sees that has missed some. */
    public synchronized void frames(int count, long nanos) {
        if (count < 1) {
            return;
        }
        if (!started) {
            started = true;
            last = nanos;
            return;
        }
        long elapsed = nanos - last;
        if (elapsed > 0) {
            double fading = Math.exp(-elapsed / SMOOTHING_NANOS);
            recentFrames = recentFrames * fading + count;
            recentNanos = recentNanos * fading + elapsed;
            last = nanos;
        }
    }

    /** Hz; 0 before the second frame. */
    public synchronized double hertz(long nanos) {
        if (recentNanos == 0) {
            return 0;
        }
        double interval = recentNanos / recentFrames;
        double waited = nanos - last;
        return SECOND / (waited > LATE * interval ? waited : interval);
    }

    /** Forgets all frames. */
    public synchronized void reset() {
        started = false;
        recentFrames = 0;
        recentNanos = 0;
    }
}
