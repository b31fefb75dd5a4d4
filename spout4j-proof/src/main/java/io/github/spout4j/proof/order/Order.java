package io.github.spout4j.proof.order;

import io.github.spout4j.kernel.posix.TurnsOrder;
import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Promise;
import io.github.spout4j.ring.RingOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jcstress.annotations.Description;

/** Runs the tests of memory order by jcstress, in a process of its own: two threads at each, on this machine's processors. */
public final class Order {
    private static final List<Class<?>> TESTS = List.of(RingOrder.HoldWhileReused.class,
            RingOrder.ComeWhileReused.class, RingOrder.ReuseWhatWasLetGo.class, RingOrder.Publish.class,
            TurnsOrder.LookUnowned.class);
    /** Of jcstress, until it knows the machine; and of each fork beside its tests. */
    private static final double PROBING_SECONDS = 14;
    private static final double FORK_SECONDS = 2;
    private static final double LEAST_SECONDS = 0.5;
    /** Ways to compile two threads' code: each not at all, a little, and well. */
    private static final int COMPILED = 9;
    /** From which time on they are all tried. */
    private static final double LONG_SECONDS = 120;
    private static final double MILLIS = 1000;

    private final Path work;
    private final Progress progress;

    /**
     * Such a run.
     *
     * @param work     for jcstress' own files
     * @param progress told what is done
     */
    public Order(Path work, Progress progress) {
        this.work = work;
        this.progress = progress;
    }

    /** Runs them for a time, about; not shorter than half a minute. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        double seconds = time.toMillis() / MILLIS;
        boolean compiled = seconds >= LONG_SECONDS;
        int forks = TESTS.size() * (compiled ? COMPILED : 1);
        double each = Math.max(LEAST_SECONDS, (seconds - PROBING_SECONDS) / forks - FORK_SECONDS);
        progress.show("order: jcstress");
        Path log = work.resolve("jcstress.log");
        int code = end(start(each, compiled, log));
        List<StressResult> results = StressResult.read(Files.readAllLines(log));
        List<Promise> promises = TESTS.stream().map(test -> promise(test, results, code)).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("secondsEach", each);
        figures.put("compilations", compiled ? COMPILED : 1);
        results.forEach(result -> figures.put(result.test(), result.samples()));
        return new Outcome("order",
                String.format(Locale.ROOT,
                        "two threads at what depends on the order in which processors see writes, %d tests of %.1f s"
                                + " on %s: other processors may reorder more",
                        forks, each, System.getProperty("os.arch")),
                promises, figures, List.of());
    }

    private Process start(double seconds, boolean compiled, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main", "-v", "-t", "spout4j", "-jvmArgs", "-XX:+UseSerialGC", "-sc",
                Boolean.toString(compiled), "-f", "1", "-fsm", "1", "-iters", "1", "-time",
                Long.toString((long) (seconds * MILLIS)), "-r", work.toString()));
        return new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
    }

    private static int end(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Promise promise(Class<?> test, List<StressResult> results, int code) {
        String text = test.getAnnotation(Description.class).value();
        return results.stream().filter(result -> result.test().equals(test.getCanonicalName())).findFirst()
                .map(result -> new Promise(text, result.told(), result.passed()))
                .orElseGet(() -> new Promise(text, "it did not run: jcstress ended with " + code, false));
    }
}
