package io.github.spout4j.proof.fuzz;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Jazzer says of one target.
 *
 * @param inputs    how many it was given
 * @param perSecond so many of them in a second
 * @param coverage  edges of our code that they went along
 * @param kept      inputs that are worth keeping
 * @param wrong     what went wrong, in a line; empty where nothing did
 */
record Fuzzing(long inputs, long perSecond, long coverage, long kept, String wrong) {
    private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");
    private static final Pattern PER_SECOND = Pattern.compile("stat::average_exec_per_sec:\\s+(\\d+)");
    private static final Pattern STATE = Pattern.compile(" cov: (\\d+) ft: \\d+ corp: (\\d+)");
    private static final Pattern WRONG = Pattern.compile("(?m)^== Java Exception: (.*)$|ERROR: (libFuzzer: .*)$");

    /** @param output all that it has printed */
    static Fuzzing of(String output) {
        return new Fuzzing(last(INPUTS, 1, output), last(PER_SECOND, 1, output), last(STATE, 1, output),
                last(STATE, 2, output), WRONG.matcher(output).results().map(Fuzzing::text).limit(1)
                        .collect(Collectors.joining()));
    }

    private static long last(Pattern number, int group, String output) {
        return number.matcher(output).results().mapToLong(found -> Long.parseLong(found.group(group)))
                .reduce(0, (_, later) -> later);
    }

    private static String text(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d inputs, %,d a second, %,d edges, %,d inputs kept", inputs, perSecond,
                coverage, kept);
    }
}
