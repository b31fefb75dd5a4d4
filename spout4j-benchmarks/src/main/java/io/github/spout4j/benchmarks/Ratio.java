package io.github.spout4j.benchmarks;

import java.util.Comparator;
import java.util.List;

/**
 * What one round gave.
 *
 * @param plain    of what nobody can do without, or of a peer
 * @param measured in the same unit
 */
record Ratio(double plain, double measured) {
    double value() {
        return measured / plain;
    }

    static List<Ratio> sorted(List<Ratio> rounds) {
        return rounds.stream().sorted(Comparator.comparingDouble(Ratio::value)).toList();
    }
}
