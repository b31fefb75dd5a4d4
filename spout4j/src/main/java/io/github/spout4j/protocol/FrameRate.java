package io.github.spout4j.protocol;

/**
 * Frames per second as a viewer would read them: smoothed over about half a second, right from the second frame on, and
 * falling when frames stay away. Times are of {@link System#nanoTime()}. Allocates nothing; thread-safe.
 */
public final class FrameRate {
    private static final double SECOND = 1e9;
    private static final double SMOOTHING_NANOS = 0.5 * SECOND;
    /** ns that frames are gathered for: more often than that the rate is not worth the arithmetic. */
    private static final long GATHERING_NANOS = 1_000_000;
    private static final int MOST_UNREAD = 16;
    /** Intervals without a frame after which the rate falls. */
    private static final double LATE = 2;

    private boolean started;
    private long last;
    private long gathered;
    private int unread;
    private int calls;
    private int crowd = 1;
    private long read = System.nanoTime();
    private double recentFrames;
    private double recentNanos;

    /**
     * Notes that {@code count} frames have come by now; for one thread at a time. Where they come in crowds, the clock is read for some
     * calls at once.
     */
    public void framesNow(int count) {
        unread += count;
        calls++;
        if (calls < crowd) {
            return;
        }
        long now = System.nanoTime();
        crowd = now - read < GATHERING_NANOS ? Math.min(2 * crowd, MOST_UNREAD) : 1;
        read = now;
        frames(unread, now);
        unread = 0;
        calls = 0;
    }

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
        gathered += count;
        long elapsed = nanos - last;
        if (elapsed >= GATHERING_NANOS) {
            double fading = Math.exp(-elapsed / SMOOTHING_NANOS);
            recentFrames = recentFrames * fading + gathered;
            recentNanos = recentNanos * fading + elapsed;
            last = nanos;
            gathered = 0;
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
        gathered = 0;
        unread = 0;
        calls = 0;
        recentFrames = 0;
        recentNanos = 0;
    }
}
