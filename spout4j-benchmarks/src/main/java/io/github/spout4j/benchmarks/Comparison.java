package io.github.spout4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ratios as they are now beside a baseline. */
final class Comparison {
    private final List<Change> slower = new ArrayList<>();
    private final List<Change> faster = new ArrayList<>();
    private final Set<Subject> missing = new TreeSet<>();
    private final Set<Subject> added = new TreeSet<>();
    private final int compared;

    Comparison(Baseline baseline, Map<Subject, Double> now) {
        int both = 0;
        for (Map.Entry<Subject, Baseline.Kept> entry : baseline.ratios().entrySet()) {
            Double ratio = now.get(entry.getKey());
            if (ratio == null) {
                missing.add(entry.getKey());
            } else {
                both++;
                add(new Change(entry.getKey(), entry.getValue(), ratio));
            }
        }
        added.addAll(now.keySet());
        added.removeAll(baseline.ratios().keySet());
        compared = both;
    }

    private void add(Change change) {
        if (change.by() > change.kept().noise()) {
            slower.add(change);
        } else if (-change.by() > change.kept().noise()) {
            faster.add(change);
        }
    }

    /** Beyond the noise, as all that follows. */
    List<Change> slower() {
        return slower;
    }

    List<Change> faster() {
        return faster;
    }

    /** In the baseline alone. */
    Set<Subject> missing() {
        return missing;
    }

    /** Not in the baseline. */
    Set<Subject> added() {
        return added;
    }

    /** How many are in both. */
    int compared() {
        return compared;
    }

    /**
     * A ratio that was and is.
     *
     * @param subject what has it
     * @param kept    what the baseline says
     * @param now     what was measured
     */
    record Change(Subject subject, Baseline.Kept kept, double now) {
        /** How much slower it is: 0.5 is by a half, below 0 is faster. */
        double by() {
            return now / kept.ratio() - 1;
        }
    }
}
