package io.github.spout4j.cli.bench;

import java.util.Arrays;

/** The middle one of many durations. */
final class Median {
    private long[] nanos = new long[64];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /** µs; NaN where there is none. */
    double micros() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[count / 2] / 1e3;
    }
}
