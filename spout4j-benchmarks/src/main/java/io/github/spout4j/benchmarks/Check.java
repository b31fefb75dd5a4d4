package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./bench --check} and {@code ./bench --baseline}: ratios beside those that are kept in the project, or in place of them. */
final class Check {
    private static final String USAGE = """
            usage: bench --check               compares with the baseline; exit code 1 where something is slower beyond its noise
                   bench --baseline [ROUNDS]   writes the baseline; ROUNDS 2 to 99, 3 if not given""";
    private static final int ROUNDS = 3;

    private final Path file = Path.of("spout4j-benchmarks", "src", "baseline", Machine.system() + ".csv");
    private final Map<Subject, List<Double>> measured = new TreeMap<>();
    private final Gate gate = new Gate();
    private final Progress progress = new Progress();

    private Check() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws RunnerException, IOException {
        if (arguments.equals(List.of("--check"))) {
            return new Check().check();
        }
        int rounds = arguments.getFirst().equals("--baseline") ? rounds(arguments) : 0;
        if (rounds == 0) {
            System.err.println(USAGE);
            return 2;
        }
        new Check().write(rounds);
        return 0;
    }

    /** 0 where they are wrong. */
    private static int rounds(List<String> arguments) {
        if (arguments.size() == 1) {
            return ROUNDS;
        }
        return arguments.size() == 2 && arguments.get(1).matches("[2-9]|[1-9][0-9]")
                ? Integer.parseInt(arguments.get(1))
                : 0;
    }

    private void write(int rounds) throws RunnerException, IOException {
        for (int round = 1; round <= rounds; round++) {
            measure("round " + round + " of " + rounds + ", ", gate.benchmarks());
        }
        Baseline.of(Machine.kind(), LocalDate.now(ZoneOffset.UTC).toString(), measured).write(file);
        System.out.println("wrote " + measured.size() + " ratios of " + rounds + " rounds to " + file);
    }

    private int check() throws RunnerException, IOException {
        if (!Files.exists(file)) {
            System.err.println("there is no " + file + "; ./bench --baseline writes it");
            return 2;
        }
        Baseline baseline = Baseline.read(file);
        measure("", gate.benchmarks());
        Comparison comparison = new Comparison(baseline, middle());
        if (!comparison.slower().isEmpty()) {
            Set<String> suspects = comparison.slower().stream().map(change -> change.subject().benchmark())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (int round = 2; round <= ROUNDS; round++) {
                measure("looks slower, round " + round + " of " + ROUNDS + ", ", suspects);
            }
            comparison = new Comparison(baseline, middle());
        }
        System.out.print(new Findings(comparison, gate::unavailable, Colour.ofTerminal()));
        if (!comparison.slower().isEmpty() || comparison.compared() == 0) {
            sayWhatElseItCanBe(baseline);
            return 1;
        }
        return 0;
    }

    private static void sayWhatElseItCanBe(Baseline baseline) throws IOException {
        String here = Machine.kind();
        System.out.println(here.equals(baseline.machine())
                ? "The baseline is of " + baseline.date() + " and of a machine of this kind."
                : "The baseline is of another kind of machine, so this may not be the code (" + baseline.machine()
                        + "; here: " + here + "). CONTRIBUTING.md says what to do.");
    }

    private Map<Subject, Double> middle() {
        Map<Subject, Double> middle = new TreeMap<>();
        measured.forEach((subject, rounds) -> middle.put(subject, Baseline.Kept.of(rounds).ratio()));
        return middle;
    }

    private void measure(String what, Collection<String> benchmarks) throws RunnerException, IOException {
        int number = 0;
        for (String benchmark : benchmarks) {
            number++;
            progress.show(what + number + " of " + benchmarks.size() + ": " + benchmark);
            gate.measure(benchmark)
                    .forEach((subject, ratio) -> measured.computeIfAbsent(subject, _ -> new ArrayList<>()).add(ratio));
        }
        progress.end();
    }
}
