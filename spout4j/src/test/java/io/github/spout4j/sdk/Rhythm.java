package io.github.spout4j.sdk;

/**
 * When frames are due. Times are ns after the first one's.
 *
 * @param hertz       frames a second; with pauses, while there is none
 * @param jitterNanos each frame is early or late by this at most
 * @param pauseNanos  how long nothing comes at the end of each second
 * @param burstFrames how many frames come close together, once in as many periods; 1: none
 * @param burstNanos  from one frame of a burst to the next
 * @param seed        of the jitter
 */
record Rhythm(double hertz, long jitterNanos, long pauseNanos, int burstFrames, long burstNanos, long seed) {
    private static final long SECOND = 1_000_000_000;

    /** @param index 0 for the first frame */
    long due(int index) {
        return Math.max(0, regular(index) + jitter(index));
    }

    double periodNanos() {
        return SECOND / hertz;
    }

    private long regular(int index) {
        double period = periodNanos();
        if (pauseNanos > 0) {
            int frames = (int) Math.max(1, (SECOND - pauseNanos) / period);
            return index / frames * SECOND + (long) (index % frames * period);
        }
        if (burstFrames > 1) {
            int inBurst = index % burstFrames;
            return (long) ((index - inBurst) * period) + inBurst * burstNanos;
        }
        return (long) (index * period);
    }

    private long jitter(int index) {
        return jitterNanos == 0 || index == 0 ? 0 : (long) ((2 * Chance.of(seed, index) - 1) * jitterNanos);
    }
}
