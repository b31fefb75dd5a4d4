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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./bench --check} and {@code ./bench --baseline}: ratios beside those that are kept in the project, or in place of them. */
final class Check {
    private static final String USAGE = """
            usage: bench --check [REGEX]      compares with the baseline; exit code 1 where something is slower beyond its noise
                   bench --baseline [REGEX]   writes the baseline, or in it what matches, of 3 rounds""";
    private static final int ROUNDS = 3;

    private final Path file = Path.of("spout4j-benchmarks", "src", "baseline", Machine.system() + ".csv");
    private final Map<Subject, List<Double>> measured = new TreeMap<>();
    private final Progress progress = new Progress();
    private final Pattern wanted;
    private final Gate gate;

    private Check(Pattern wanted) {
        this.wanted = wanted;
        gate = new Gate(wanted);
    }

    public static void main(String[] arguments) throws IOException {
        try {
            System.exit(run(arguments));
        } catch (RunnerException e) {
            System.err.println(e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()));
            System.exit(2);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
    }

    private static int run(String[] arguments) throws RunnerException, IOException {
        if (arguments.length > 2) {
            throw new IllegalArgumentException("\"" + arguments[2] + "\" is one argument too many");
        }
        Machine.busy().ifPresent(System.err::println);
        Check check = new Check(Pattern.compile(arguments.length == 2 ? arguments[1] : ""));
        return switch (arguments[0]) {
            case "--check" -> check.check();
            case "--baseline" -> check.write();
            default -> throw new IllegalArgumentException("\"" + arguments[0] + "\" is not known");
        };
    }

    private int write() throws RunnerException, IOException {
        if (gate.benchmarks().isEmpty()) {
            throw new IllegalArgumentException("nothing that can be measured here matches \"" + wanted + "\"");
        }
        for (int round = 1; round <= ROUNDS; round++) {
            measure("round " + round + " of " + ROUNDS + ", ", gate.benchmarks());
        }
        Baseline baseline = Baseline.of(Machine.kind(), LocalDate.now(ZoneOffset.UTC).toString(), measured);
        (Files.exists(file) ? baseline.with(Baseline.read(file).notMatching(wanted)) : baseline).write(file);
        System.out.println("wrote " + measured.size() + " ratios to " + file);
        return 0;
    }

    private int check() throws RunnerException, IOException {
        if (!Files.exists(file)) {
            System.err.println("there is no " + file + "; ./bench --baseline writes it");
            return 2;
        }
        Baseline baseline = Baseline.read(file).matching(wanted);
        if (baseline.ratios().isEmpty() && gate.benchmarks().isEmpty()) {
            throw new IllegalArgumentException("nothing of " + file + " matches \"" + wanted + "\"");
        }
        measure("", gate.benchmarks());
        Comparison comparison = new Comparison(baseline, middle());
        if (!comparison.slower().isEmpty()) {
            measureAgain(comparison.slower());
            comparison = new Comparison(baseline, middle());
        }
        System.out.print(new Findings(comparison, gate::unavailable, Colour.ofTerminal()));
        if (comparison.slower().isEmpty() && comparison.compared() > 0) {
            return 0;
        }
        System.out.println(ofWhichMachine(baseline));
        return 1;
    }

    /** So that the middle of three rounds counts. */
    private void measureAgain(List<Comparison.Change> slower) throws RunnerException, IOException {
        Set<String> benchmarks = slower.stream().map(change -> change.subject().benchmark())
                .collect(Collectors.toCollection(TreeSet::new));
        for (int round = 2; round <= ROUNDS; round++) {
            measure("slower, so round " + round + " of " + ROUNDS + ", ", benchmarks);
        }
    }

    private static String ofWhichMachine(Baseline baseline) throws IOException {
        String here = Machine.kind();
        return here.equals(baseline.machine())
                ? "The baseline is of " + baseline.date() + " and of this kind of machine."
                : "The baseline is of another kind of machine (" + baseline.machine() + "; here: " + here
                        + "), so it may not be the code: CONTRIBUTING.md says what to do.";
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
