package io.github.spout4j.proof.livefuzz;

import com.google.gson.Gson;
import io.github.spout4j.proof.ChildJava;
import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.frames.SenderPlan;
import io.github.spout4j.proof.measure.ObjectFiles;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A process writes what nobody means into live objects, cuts their files and removes them, while senders and receivers go on. In rounds: after each, the
 * senders are opened again, and every receiver has to have their frames.
 */
public final class LiveFuzz {
    private static final int PROGRAMS = 3;
    private static final int SENDERS = 6;
    private static final int RECEIVERS = 2;
    private static final int HERTZ = 60;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final long ROUND_MILLIS = 10_000;
    /** Of a round. */
    private static final double FUZZED = 0.7;
    /** An opening may wait 10 s, and files that were taken away are noticed within 1 s; far beyond that on any machine. */
    private static final long RECOVERY_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_NANOS = 50_000_000;
    private static final long ANSWER_SECONDS = 60;
    private static final int SHOWN = 10;
    /** -Dprove.seed=NUMBER in JAVA_TOOL_OPTIONS makes the fuzzer choose as it did then; what it meets differs. */
    private static final String SEED = "prove.seed";
    private static final Gson GSON = new Gson();

    private final Path work;
    private final Progress progress;
    private final long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextInt(1_000_000));
    private final SenderPlan plan = new SenderPlan("fuzzed-" + ProcessHandle.current().pid(), PROGRAMS, SENDERS,
            RECEIVERS, HERTZ, WIDTH, HEIGHT);
    private final List<Program> programs = new ArrayList<>();
    private int rounds;
    private int recovered;
    private long slowestRecovery;
    private long fuzzedNanos;

    /** A child that answers with a line. */
    private static final class Program {
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final ChildJava child;

        Program(Path objects, Class<?> main, String... arguments) throws IOException {
            child = new ChildJava(main,
                    Map.of("spout.directory", objects.toString(), "spout.settings", objects + ".settings"),
                    answers::add, arguments);
        }

        /** Null where it is dead, or does not answer. */
        <T> T ask(String order, Class<T> type) throws InterruptedException {
            child.tell(order);
            for (int second = 0; second < ANSWER_SECONDS; second++) {
                String answer = answers.poll(1, TimeUnit.SECONDS);
                if (answer != null) {
                    return GSON.fromJson(answer, type);
                }
                if (!child.alive()) {
                    return null;
                }
            }
            return null;
        }
    }

    /**
     * A live fuzz.
     *
     * @param work     where the objects are
     * @param progress told how far it is
     */
    public LiveFuzz(Path work, Progress progress) {
        this.work = work;
        this.progress = progress;
    }

    /** Runs it for a time, about. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        Fuzzer.Done done;
        int unclean = 0;
        List<FuzzedCount> counts = new ArrayList<>();
        try {
            for (int program = 0; program < PROGRAMS; program++) {
                programs.add(
                        new Program(work, FuzzedProgram.class, GSON.toJson(plan), Integer.toString(program)));
            }
            done = rounds(time);
        } finally {
            for (Program program : programs) {
                FuzzedCount count = program.ask("count", FuzzedCount.class);
                if (count != null) {
                    counts.add(count);
                }
                unclean += program.child.end() == 0 ? 0 : 1;
            }
        }
        return outcome(done, counts, unclean, ObjectFiles.of(work));
    }

    private Fuzzer.Done rounds(Duration time) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Program fuzzer = new Program(work, Fuzzer.class, work.toString(), Long.toString(seed));
        try {
            long roundMillis = Math.min(ROUND_MILLIS, time.toMillis());
            Fuzzer.Done done;
            awaitFrames(); // of all, before anything is done to them
            recovered = 0;
            do {
                rounds++;
                fuzzer.child.tell("on");
                pause((long) (roundMillis * FUZZED));
                done = fuzzer.ask("off", Fuzzer.Done.class);
                programs.forEach(program -> program.child.tell("renew"));
                awaitFrames();
                progress.show(String.format(Locale.ROOT, "live fuzz: %.0f of %d s, %d writes, %d files cut",
                        (System.nanoTime() - start) / 1e9, time.toSeconds(), done.writes(), done.cuts()));
            } while (System.nanoTime() - start + TimeUnit.MILLISECONDS.toNanos(roundMillis) <= time.toNanos());
            return done;
        } finally {
            fuzzer.child.end();
        }
    }

    private void pause(long millis) {
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - start; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        fuzzedNanos += System.nanoTime() - start;
    }

    private void awaitFrames() throws InterruptedException {
        programs.forEach(program -> program.child.tell("await"));
        long start = System.nanoTime();
        int missing = 0;
        do {
            LockSupport.parkNanos(LOOK_NANOS);
            missing = 0;
            for (Program program : programs) {
                FuzzedCount count = program.ask("count", FuzzedCount.class);
                missing += count == null ? 1 : count.missing();
            }
        } while (missing > 0 && System.nanoTime() - start < RECOVERY_NANOS);
        slowestRecovery = Math.max(slowestRecovery, System.nanoTime() - start);
        recovered += SENDERS * RECEIVERS - missing;
    }

    private Outcome outcome(Fuzzer.Done done, List<FuzzedCount> counts, int unclean, List<String> left)
            throws IOException {
        Map<String, Long> others = merged(counts, FuzzedCount::others);
        Map<String, Long> slow = merged(counts, FuzzedCount::slow);
        Map<String, Long> worst = most(counts);
        int expected = rounds * SENDERS * RECEIVERS;
        int crashed = 0;
        for (Program program : programs) {
            crashed += Files.exists(Path.of("hs_err_pid" + program.child.pid() + ".log")) ? 1 : 0;
        }
        List<Promise> promises = new ArrayList<>();
        promises.add(new Promise("no program dies", unclean + crashed + " of " + PROGRAMS, unclean + crashed == 0));
        promises.add(new Promise("nothing but a SpoutException reaches a program", others.isEmpty()
                ? "nothing, beside " + sum(counts, each -> total(each.exceptions())) + " of these"
                : top(others), others.isEmpty()));
        promises.add(Promise.timed("no call takes longer than its timeout and what is documented",
                slow.isEmpty() ? "longest: " + top(worst) + " ms, without what the machine held up" : top(slow),
                slow.isEmpty()));
        promises.add(new Promise("once it is over and the senders are opened again, every receiver has their frames",
                String.format(Locale.ROOT, "%d of %d, after %.1f s at most", recovered, expected,
                        slowestRecovery / 1e9),
                recovered == expected));
        promises.add(new Promise("nothing is left", left.size() + " objects" + left.stream().limit(SHOWN)
                .map(name -> ", " + name).collect(Collectors.joining()), left.isEmpty()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", seed);
        figures.put("secondsFuzzed", fuzzedNanos / 1e9);
        figures.put("writes", done.writes());
        figures.put("bytesWritten", done.bytes());
        figures.put("filesCut", done.cuts());
        figures.put("filesRemoved", done.removals());
        figures.put("framesSent", sum(counts, FuzzedCount::sent));
        figures.put("framesReceived", sum(counts, FuzzedCount::received));
        figures.put("framesWithOverwrittenPixels", sum(counts, FuzzedCount::torn));
        figures.put("errorsAtOwnAccess", sum(counts, FuzzedCount::ownAccess));
        figures.put("recoveries", recovered);
        figures.put("exceptions", top(merged(counts, FuzzedCount::exceptions)));
        return new Outcome("live-fuzz", String.format(Locale.ROOT,
                "a process writes random bytes to the files of %d senders with %d receivers each and of all that they"
                        + " share, cuts and removes them, for %.0f s in %d rounds (again: JAVA_TOOL_OPTIONS=-D%s=%d)",
                SENDERS, RECEIVERS, fuzzedNanos / 1e9, rounds, SEED, seed), promises, figures, List.of());
    }

    private static long sum(List<FuzzedCount> counts, ToLongFunction<FuzzedCount> what) {
        return counts.stream().mapToLong(what).sum();
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> merged(List<FuzzedCount> counts, Function<FuzzedCount, Map<String, Long>> what) {
        Map<String, Long> sum = new TreeMap<>();
        counts.forEach(count -> what.apply(count).forEach((text, number) -> sum.merge(text, number, Long::sum)));
        return sum;
    }

    private static Map<String, Long> most(List<FuzzedCount> counts) {
        Map<String, Long> most = new TreeMap<>();
        counts.forEach(count -> count.worst().forEach((what, millis) -> most.merge(what, millis, Math::max)));
        return most;
    }

    private static String top(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())).limit(SHOWN)
                .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining("; "));
    }
}
