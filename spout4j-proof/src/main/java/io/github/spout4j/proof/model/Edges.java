package io.github.spout4j.proof.model;

import java.util.Arrays;
import java.util.BitSet;

/** Which state leads to which. */
final class Edges {
    private int[] from = new int[1 << 12];
    private int[] to = new int[1 << 12];
    private int size;

    void add(int first, int second) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        from[size] = first;
        to[size++] = second;
    }

    /** The same, to be asked what leads to a state. */
    Backwards backwards(int states) {
        int[] starts = new int[states + 1];
        for (int i = 0; i < size; i++) {
            starts[to[i] + 1]++;
        }
        for (int i = 0; i < states; i++) {
            starts[i + 1] += starts[i];
        }
        int[] sources = new int[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            sources[next[to[i]]++] = from[i];
        }
        return new Backwards(starts, sources);
    }

    /** Where each state is reached from. */
    static final class Backwards {
        private final int[] starts;
        private final int[] sources;

        private Backwards(int[] starts, int[] sources) {
            this.starts = starts;
            this.sources = sources;
        }

        /** Marks what leads to a state, and adds to {@code open} what was not marked; its new end. */
        int mark(int state, BitSet marked, int[] open, int end) {
            int now = end;
            for (int i = starts[state]; i < starts[state + 1]; i++) {
                if (!marked.get(sources[i])) {
                    marked.set(sources[i]);
                    open[now++] = sources[i];
                }
            }
            return now;
        }
    }
}
