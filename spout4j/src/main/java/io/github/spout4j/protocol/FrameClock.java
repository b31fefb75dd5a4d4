package io.github.spout4j.protocol;

/**
 * When each frame is due: one interval after the frame before it was due, whatever the rate was then. While the rate stays,
 * due times are multiples of its interval, so that nothing adds up; lateness of one frame never moves the next. Times are ns of
 * {@link System#nanoTime()}. Allocates nothing; one thread at a time.
 */
final class FrameClock {
    private static final double SECOND = 1e9;

    /** 0 before the first frame. */
    private double hertz;
    private long origin;
    private long tick;
    private long due;

    /**
     * The time of the next frame: now for the first; where it is past by a whole interval or more, the latest that is past.
     *
     * @param newHertz frames per second from the last frame to this one, above 0
     */
    long next(double newHertz, long now) {
        if (hertz == 0) {
            resume(now);
            hertz = newHertz;
            return due;
        }
        if (newHertz != hertz) {
            resume(due);
            hertz = newHertz;
        }
        double interval = SECOND / hertz;
        tick = Math.max(tick + 1, (long) ((now - origin) / interval));
        due = origin + (long) (tick * interval);
        return due;
    }

    /** The last frame counts as one that was due then. */
    void resume(long then) {
        origin = then;
        due = then;
        tick = 0;
    }
}
