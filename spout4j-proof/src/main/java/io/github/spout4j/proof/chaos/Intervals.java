package io.github.spout4j.proof.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pieces of time, in order and apart from each other. */
final class Intervals {
    static final Intervals NONE = of(List.of());

    /** One piece, by {@link System#nanoTime}. */
    record Interval(long begin, long end) {}

    private final List<Interval> pieces;

    private Intervals(List<Interval> pieces) {
        this.pieces = pieces;
    }

    /** Of pieces in any order, which may overlap. */
    static Intervals of(List<Interval> some) {
        List<Interval> sorted = some.stream().sorted(Comparator.comparingLong(Interval::begin)).toList();
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.begin() <= last.end()) {
                joined.set(joined.size() - 1, new Interval(last.begin(), Math.max(last.end(), next.end())));
            } else if (next.end() > next.begin()) {
                joined.add(next);
            }
        }
        return new Intervals(List.copyOf(joined));
    }

    Intervals and(Intervals others) {
        List<Interval> both = new ArrayList<>(pieces);
        both.addAll(others.pieces);
        return of(both);
    }

    /** Those that reach into a piece of time, cut to it. */
    Intervals within(long begin, long end) {
        List<Interval> cut = new ArrayList<>();
        for (int at = firstEndingAfter(begin); at < pieces.size() && pieces.get(at).begin() < end; at++) {
            Interval piece = pieces.get(at);
            cut.add(new Interval(Math.max(begin, piece.begin()), Math.min(end, piece.end())));
        }
        return new Intervals(cut);
    }

    private int firstEndingAfter(long time) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).end() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** ns of all. */
    long sum() {
        return pieces.stream().mapToLong(piece -> piece.end() - piece.begin()).sum();
    }
}
