package io.github.spout4j.benchmarks;

import java.util.Comparator;

/**
 * What has a ratio.
 *
 * @param benchmark class and method
 * @param size      of its frames
 */
record Subject(String benchmark, String size) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::benchmark)
            .thenComparing(Subject::size);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return benchmark + " " + size;
    }
}
