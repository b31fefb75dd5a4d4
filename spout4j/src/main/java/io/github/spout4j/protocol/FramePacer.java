package io.github.spout4j.protocol;

/**
 * Waits for each frame's time, by a {@link FrameClock}. Sleeps, then spins for at most 0.2 ms to be exact. Allocates nothing.
 * Threads that share one get a frame each.
 */
public final class FramePacer {
    private static final double FASTEST_HERTZ = 1e6;
    private static final long SPIN_NANOS = 200_000;
    private static final long MILLI = 1_000_000;
    /** How long {@link #end} may go unnoticed. */
    private static final long NAP_NANOS = 50 * MILLI;

    private final FrameClock clock = new FrameClock();
    private volatile boolean ended;

    /**
     * Waits for the next frame's time: the first call returns at once and starts the clock, a call that comes late returns
     * at once. Returns early where the thread is interrupted, its interrupt status set; the clock goes on from there.
     *
     * @param hertz frames per second from the last frame to this one, above 0
     */
    public void await(double hertz) {
        if (!(hertz > 0) || hertz > FASTEST_HERTZ) {
            throw new IllegalArgumentException(
                    "a frame rate is above 0 and at most 1000000 Hz, not " + hertz + "; leave pacing off for no limit");
        }
        if (!sleepUntil(next(hertz))) {
            resume();
        }
    }

    /** Ends all waits, those that come as well; within 50 ms. */
    public void end() {
        ended = true;
    }

    private synchronized long next(double hertz) {
        return clock.next(hertz, System.nanoTime());
    }

    private synchronized void resume() {
        clock.resume(System.nanoTime());
    }

    /** False where the thread was interrupted. */
    private boolean sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0 && !ended; left = time - System.nanoTime()) {
            if (left <= SPIN_NANOS) {
                Thread.onSpinWait();
            } else if (!slept(Math.min(left - SPIN_NANOS, NAP_NANOS))) {
                return false;
            }
        }
        return true;
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
