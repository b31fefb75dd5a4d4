package io.github.spout4j.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a comparison found, for people.
 *
 * @param comparison  of which
 * @param unavailable why a benchmark cannot be measured here; empty where it can
 * @param colour      for what counts
 */
record Findings(Comparison comparison, Function<String, Optional<String>> unavailable, Colour colour) {
    private static final String TABLE = """
            | benchmark | size | baseline | now | by | noise |
            | --- | --- | ---: | ---: | ---: | ---: |
            """;

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        changes(text, "Slower than the baseline, beyond the noise:", comparison.slower());
        changes(text, "Faster than the baseline, which ./bench --baseline would keep:", comparison.faster());
        missing().forEach((why, subjects) -> text.append("Not measured, ").append(why).append(": ").append(subjects)
                .append('\n'));
        if (!comparison.added().isEmpty()) {
            text.append("New, until ./bench --baseline has it: ").append(names(comparison.added())).append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    private void changes(StringBuilder text, String title, List<Comparison.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        text.append(title).append("\n\n").append(TABLE);
        for (Comparison.Change change : changes) {
            text.append(String.format(Locale.ROOT, "| %s | %s | %.2f | %.2f | %+.0f %% | %.0f %% |%n",
                    change.subject().benchmark(), change.subject().size(), change.kept().ratio(), change.now(),
                    100 * change.by(), 100 * change.kept().noise()));
        }
        text.append('\n');
    }

    private Map<String, String> missing() {
        return comparison.missing().stream()
                .collect(Collectors.groupingBy(
                        subject -> unavailable.apply(subject.benchmark()).orElse("as no benchmark has that name now"),
                        TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Findings::names)));
    }

    private static String names(Collection<Subject> subjects) {
        return subjects.stream().map(Subject::toString).collect(Collectors.joining(", "));
    }

    private String summary() {
        int slower = comparison.slower().size();
        if (comparison.compared() == 0) {
            return colour.bad("Nothing of the baseline was measured.");
        }
        return slower == 0
                ? colour.good("None of " + comparison.compared() + " is slower than the baseline.")
                : colour.bad(slower + " of " + comparison.compared() + " slower than the baseline.");
    }
}
