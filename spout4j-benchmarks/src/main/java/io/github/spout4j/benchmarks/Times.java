package io.github.spout4j.benchmarks;

import java.util.Arrays;

/** What was measured, in ns. */
final class Times {
    private static final int MOST = 1_000_000;

    private final long[] nanos = new long[MOST];
    private final long start = System.nanoTime();
    private final double seconds;
    private int count;

    private Times(double seconds) {
        this.seconds = seconds;
    }

    static Times lasting(double seconds) {
        return new Times(seconds);
    }

    boolean goOn() {
        return count < MOST && System.nanoTime() - start < seconds * 1e9;
    }

    void add(long value) {
        if (count < MOST) {
            nanos[count++] = value;
        }
    }

    /** The median and p99. */
    @Override
    public String toString() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[count / 2] + " " + sorted[count * 99 / 100];
    }
}
