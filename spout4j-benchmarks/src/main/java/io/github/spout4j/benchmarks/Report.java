package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints what was reached. All are run several times in turn; of a ratio to plain copies, or
 * to bare Direct3D calls, the middle round counts, of anything else the best.
 */
final class Report {
    private static final String USAGE = "usage: bench [REGEX [ROUNDS]]   REGEX of class.method, such as Pixels or "
            + "MemoryShare.send; ROUNDS 1 to 99, 3 if not given\n"
            + "       bench --check [REGEX]      compares ratios with the baseline\n"
            + "       bench --baseline [REGEX]   writes the baseline";
    private static final String ALLOCATION = "\\.Allocation\\w*\\.";

    private static final String TEXTURES = "\\.Textures\\.";
    private static final String OPENGL = "\\.OpenGl\\.";
    private static final String PIPEWIRE = "PipeWire\\.";

    private final Pattern wanted;
    private final Optional<String> noTextures = TextureChannel.unavailable();
    private final Optional<String> noOpenGl = OffScreen.unavailable();
    private final Optional<String> noPipeWire = PipeWireDaemon.unavailable();
    private final int rounds;
    private final Map<String, List<Ratio>> ratios = new TreeMap<>();
    private final Map<String, Double> best = new TreeMap<>();

    private Report(Pattern wanted, int rounds) {
        this.wanted = wanted;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        if (arguments.length > 0 && arguments[0].matches("-h|--help")) {
            System.out.println(USAGE);
            return;
        }
        Report report;
        try {
            report = new Report(Pattern.compile(arguments.length > 0 ? arguments[0] : ""),
                    arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        if (!report.run()) {
            System.err.println("no benchmark matches \"" + arguments[0] + "\"\n" + USAGE);
            System.exit(2);
        }
    }

    /** False where nothing was to be measured. */
    private boolean run() throws RunnerException, IOException {
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (RunResult result : timed()) {
                Jmh.ratio(result).ifPresentOrElse(
                        ratio -> ratios.computeIfAbsent(Jmh.name(result) + " | " + Jmh.size(result),
                                _ -> new ArrayList<>()).add(ratio),
                        () -> best.merge(Jmh.name(result), score(result), Math::min));
            }
        }
        printRatios();
        if (wanted.matcher("Textures.receivePipelined").find() || wanted.matcher("Textures.send").find()) {
            noTextures.ifPresent(why -> print("Textures skipped: %s%n", why));
        }
        if (wanted.matcher("OpenGl.receive").find() || wanted.matcher("OpenGl.send").find()) {
            noOpenGl.ifPresent(why -> print("OpenGl skipped: %s%n", why));
        }
        boolean skipped = noPipeWire.isPresent() && wanted.matcher("PipeWire.sendAndReceive").find();
        if (skipped) {
            print("PipeWire skipped: %s%n", noPipeWire.get());
        }
        best.forEach((name, score) -> print("%s: %.1f %s%n", name, score,
                name.matches("(Mutex|LibraryCalls)\\..*") ? "ns" : "µs"));
        boolean allocated = printAllocation();
        boolean first = wanted.matcher("FirstFrame").find();
        if (first) {
            printFirstFrame();
        }
        boolean waited = wanted.matcher("WakeLatency").find();
        if (waited) {
            printWakeLatency("WakeLatency", "");
        }
        boolean waitedForPipeWire = noPipeWire.isEmpty() && wanted.matcher("WakeLatencyPipeWire").find();
        if (waitedForPipeWire) {
            try (PipeWireDaemon _ = PipeWireDaemon.start()) {
                printWakeLatency("WakeLatencyPipeWire", PipeWireDaemon.ENGINE);
            }
        }
        boolean beside = wanted.matcher("Iceoryx2").find();
        if (beside) {
            Iceoryx2Table.report(rounds);
        }
        return skipped || allocated || first || waited || waitedForPipeWire || beside || !ratios.isEmpty()
                || !best.isEmpty();
    }

    private void printFirstFrame() throws IOException {
        print("FirstFrame sent and received: %s%n", described(FirstFrame.alone()));
        print("FirstFrame received from another process: %s%n", described(FirstFrame.received()));
    }

    private Collection<RunResult> timed() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(wanted.pattern()).exclude(ALLOCATION);
        noTextures.ifPresent(_ -> options.exclude(TEXTURES));
        noOpenGl.ifPresent(_ -> options.exclude(OPENGL));
        noPipeWire.ifPresent(_ -> options.exclude(PIPEWIRE));
        return Jmh.run(options);
    }

    private Collection<RunResult> allocating() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(wanted.pattern())
                .exclude("\\.(?!Allocation)[A-Z]").addProfiler(GCProfiler.class);
        noPipeWire.ifPresent(_ -> options.exclude(PIPEWIRE));
        return Jmh.run(options);
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private void printRatios() {
        if (ratios.isEmpty()) {
            return;
        }
        System.out.println("| frame | size | plain, µs | measured, µs | ratio | rounds | at most | |");
        System.out.println("| --- | --- | ---: | ---: | ---: | --- | ---: | --- |");
        ratios.forEach((key, all) -> {
            List<Ratio> sorted = Ratio.sorted(all);
            Ratio middle = sorted.get(sorted.size() / 2);
            double limit = Goal.limit(key.substring(0, key.indexOf(' ')));
            print("| %s | %.0f | %.0f | %.2f | %.2f to %.2f | %s | %s |%n", key, middle.plain(), middle.measured(),
                    middle.value(), sorted.getFirst().value(), sorted.getLast().value(),
                    Double.isNaN(limit) ? "-" : String.format(Locale.ROOT, "%.2f", limit),
                    middle.value() > limit ? "missed" : "");
        });
    }

    private boolean printAllocation() throws RunnerException {
        Collection<RunResult> results = allocating();
        for (RunResult result : results) {
            print("%s: %.2f bytes of heap a frame, %.2f µs%n", Jmh.name(result),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                    score(result));
        }
        return !results.isEmpty();
    }

    private static String described(FirstFrame.Middle middle) {
        return String.format(Locale.ROOT,
                "%.0f ms after main began, %.0f ms after the process did (median of fresh JVMs)",
                middle.sinceMain(), middle.sinceStart());
    }

    private static void printWakeLatency(String name, String engine) throws IOException {
        double[] latencies = WakeLatency.measure(engine);
        print("%s of %d frames: median %.0f µs, p99 %.0f µs, highest %.0f µs%n", name, latencies.length,
                latencies[latencies.length / 2], latencies[latencies.length * 99 / 100],
                latencies[latencies.length - 1]);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
