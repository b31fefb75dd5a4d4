package io.github.spout4j.proof.order;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What jcstress tells of one test.
 *
 * @param test     its class
 * @param passed   whether jcstress is content
 * @param observed what the threads saw, and how often
 */
record StressResult(String test, boolean passed, List<Observed> observed) {
    private static final Pattern TEST = Pattern.compile("\\.+ \\[(\\w+)] (\\S+)");
    private static final Pattern OBSERVED = Pattern
            .compile(" +(\\S.*?) {2,}([\\d,]+) +[<\\d.]+% +(\\w+) +(\\S.*)");

    /**
     * One result.
     *
     * @param samples how often
     * @param text    what it means
     * @param allowed whether it may be
     */
    record Observed(long samples, String text, boolean allowed) {}

    /** Of what it prints. */
    static List<StressResult> read(List<String> lines) {
        List<StressResult> results = new ArrayList<>();
        for (String line : lines) {
            Matcher test = TEST.matcher(line);
            Matcher seen = OBSERVED.matcher(line);
            if (test.matches()) {
                results.add(new StressResult(test.group(2), test.group(1).equals("OK"), new ArrayList<>()));
            } else if (seen.matches() && !results.isEmpty()) {
                results.getLast().observed.add(new Observed(Long.parseLong(seen.group(2).replace(",", "")),
                        seen.group(4), !seen.group(3).equals("Forbidden")));
            }
        }
        return results;
    }

    long samples() {
        return observed.stream().mapToLong(Observed::samples).sum();
    }

    /** All that was seen, what is forbidden first. */
    String told() {
        return samples() + " times: " + observed.stream().filter(seen -> seen.samples > 0)
                .sorted((a, b) -> Boolean.compare(a.allowed, b.allowed))
                .map(seen -> seen.samples + (seen.allowed ? " " : " FORBIDDEN ") + seen.text)
                .collect(Collectors.joining(", "));
    }
}
