package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints what was reached. All are run several times in turn, and each counts by the round in
 * which its median was lowest: what else the machine does meets them alike.
 */
final class Report {
    private static final String USAGE = "usage: bench [REGEX [ROUNDS]]   REGEX of class.method, such as Pixels or "
            + "MemoryShare.send; ROUNDS 1 to 99, 3 if not given";
    private static final String ALLOCATION = "\\.Allocation\\.";
    private static final String PLAIN_COPY = "\\.PlainCopy\\.";

    private final Pattern wanted;
    private final int rounds;
    private final Map<String, Double> best = new TreeMap<>();

    private Report(Pattern wanted, int rounds) {
        this.wanted = wanted;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        Report report;
        try {
            report = new Report(Pattern.compile(arguments.length > 0 ? arguments[0] : ""),
                    arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        report.run();
    }

    private void run() throws RunnerException, IOException {
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (RunResult result : timed()) {
                best.merge(key(result), score(result), Math::min);
            }
        }
        printRatios();
        printOthers();
        printAllocation();
        if (wanted.matcher("WakeLatency").find()) {
            printWakeLatency();
        }
    }

    private Collection<RunResult> timed() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(wanted.pattern()).exclude(ALLOCATION);
        if (Goal.ALL.stream().anyMatch(goal -> wanted.matcher(goal.benchmark()).find())) {
            options.include(PLAIN_COPY);
        }
        return run(options);
    }

    private Collection<RunResult> allocating() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(wanted.pattern()).exclude("\\.(?!Allocation)[A-Z]").addProfiler(GCProfiler.class);
        return run(options);
    }

    private static Collection<RunResult> run(OptionsBuilder options) throws RunnerException {
        options.verbosity(VerboseMode.SILENT).shouldFailOnError(true);
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException _) {
            return List.of();
        }
    }

    private static double score(RunResult result) {
        return result.getParams().getMode() == Mode.SampleTime
                ? result.getPrimaryResult().getStatistics().getPercentile(50)
                : result.getPrimaryResult().getScore();
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    private static String key(RunResult result) {
        String size = result.getParams().getParam("size");
        return size == null ? name(result) : name(result) + " " + size;
    }

    private void printRatios() {
        System.out.println("| frame | size | µs | against | µs | ratio | at most | |");
        System.out.println("| --- | --- | ---: | --- | ---: | ---: | ---: | --- |");
        for (Goal goal : Goal.ALL) {
            best.forEach((key, micros) -> {
                if (key.startsWith(goal.benchmark() + " ")) {
                    String size = key.substring(key.indexOf(' ') + 1);
                    double baseline = best.get(goal.baseline() + " " + size);
                    double ratio = micros / baseline;
                    print("| %s | %s | %.0f | %s | %.0f | %.2f | %.2f | %s |%n", goal.benchmark(), size, micros,
                            goal.baseline(), baseline, ratio, goal.limit(), ratio <= goal.limit() ? "" : "missed");
                }
            });
        }
    }

    private void printOthers() {
        best.forEach((key, score) -> {
            if (!key.contains(" ")) {
                print("%s: %.1f %s%n", key, score, key.startsWith("Mutex") ? "ns" : "µs");
            }
        });
    }

    private void printAllocation() throws RunnerException {
        for (RunResult result : allocating()) {
            print("%s: %.2f bytes of heap a frame, %.2f µs%n", name(result),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                    score(result));
        }
    }

    private static void printWakeLatency() throws IOException {
        double[] latencies = WakeLatency.measure();
        print("WakeLatency of %d frames: median %.0f µs, p99 %.0f µs, highest %.0f µs%n", latencies.length,
                latencies[latencies.length / 2], latencies[latencies.length * 99 / 100],
                latencies[latencies.length - 1]);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
