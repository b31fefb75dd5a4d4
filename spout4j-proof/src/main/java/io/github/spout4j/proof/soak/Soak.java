package io.github.spout4j.proof.soak;

import io.github.spout4j.proof.Progress;
import io.github.spout4j.proof.frames.SenderPlan;
import io.github.spout4j.proof.measure.Gauges;
import io.github.spout4j.proof.measure.ObjectFiles;
import io.github.spout4j.proof.measure.Slope;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Plot;
import io.github.spout4j.proof.report.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Many senders and receivers in many processes for a long time: every pixel is looked at, and nothing may grow. */
public final class Soak {
    private static final int PROGRAMS = 8;
    private static final int SENDERS = 64;
    private static final int RECEIVERS = 4;
    private static final int HERTZ = 60;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Of the time, until programs are warm: loops are compiled, and what lasts is made. */
    private static final double WARMING = 0.4;
    /** s of a soak that shows whether memory grows: Java compiles for a minute, which takes some. */
    private static final double LONG_SECONDS = 150;

    private static final int SHOWN = 3;

    private final Path work;
    private final Progress progress;
    private final SenderPlan plan = new SenderPlan("soak-" + ProcessHandle.current().pid(), PROGRAMS, SENDERS,
            RECEIVERS,
            HERTZ, WIDTH, HEIGHT);
    private final List<Watched> programs = new ArrayList<>();
    private double seconds;

    /**
     * A soak.
     *
     * @param work     where the objects are
     * @param progress told how far it is
     */
    public Soak(Path work, Progress progress) {
        this.work = work;
        this.progress = progress;
    }

    /** Runs it for a time, about. */
    public Outcome run(Duration time) throws IOException, InterruptedException {
        int unclean = 0;
        try {
            for (int program = 0; program < PROGRAMS; program++) {
                programs.add(new Watched(plan, program, work));
            }
            watch(time);
        } finally {
            for (Watched program : programs) {
                unclean += program.end() == 0 ? 0 : 1;
            }
        }
        return outcome(unclean, ObjectFiles.of(work));
    }

    private void watch(Duration time) {
        long start = System.nanoTime();
        long next = start;
        while (next - start < time.toNanos()) {
            next += LOOK_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            seconds = (System.nanoTime() - start) / 1e9;
            programs.forEach(program -> program.look(start));
            progress.show(
                    String.format(Locale.ROOT, "soak: %.0f of %d s, %d frames received", seconds, time.toSeconds(),
                            sum(SoakCount::received)));
        }
    }

    private long sum(ToLongFunction<SoakCount> what) {
        return programs.stream().mapToLong(program -> what.applyAsLong(program.last())).sum();
    }

    private Outcome outcome(int unclean, List<String> left) {
        long received = sum(SoakCount::received);
        List<Promise> promises = new ArrayList<>();
        promises.add(none("no frame is torn", sum(SoakCount::torn), received + " frames, every pixel compared"));
        promises.add(
                none("no frame comes twice, or after a newer one", sum(SoakCount::backwards), received + " frames"));
        promises.add(none("no exception reaches a program", sum(SoakCount::errors) + unclean,
                PROGRAMS + " programs, " + PROGRAMS * (SENDERS + SENDERS * RECEIVERS) / PROGRAMS + " loops"));
        promises.add(Promise.timed("every sender and receiver is opened", sum(SoakCount::refused) + " were refused",
                sum(SoakCount::refused) == 0));
        promises.add(Promise.timed("each receiver receives to the end",
                sum(SoakCount::starved) + " did not in the last second",
                sum(SoakCount::starved) == 0));
        promises.add(none("no name stays", left.size(), "objects in the directory afterwards"
                + left.stream().limit(SHOWN).map(name -> ", " + name).collect(Collectors.joining())));
        List<Plot> plots = new ArrayList<>();
        flat("memory that is not shared", "KiB", seconds < LONG_SECONDS ? Double.MAX_VALUE : 4096, Gauges::kilobytes,
                promises, plots);
        flat("open files", "files", 4, Gauges::descriptors, promises, plots);
        flat("threads", "threads", 4, Gauges::threads, promises, plots);
        flat("mappings", "mappings", 8, Gauges::mappings, promises, plots);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", seconds);
        figures.put("framesSent", sum(SoakCount::sent));
        figures.put("framesReceived", received);
        figures.put("framesMissed", sum(SoakCount::missed));
        figures.put("sentPerSecondAndSender", sum(SoakCount::sent) / seconds / SENDERS);
        figures.put("receivedPerSecondAndReceiver", received / seconds / SENDERS / RECEIVERS);
        return new Outcome("soak",
                String.format(Locale.ROOT,
                        "%d senders of %d × %d pixels at %d Hz, each received by %d receivers in other processes, in %d"
                                + " processes, for %.0f s",
                        SENDERS, WIDTH, HEIGHT, HERTZ, RECEIVERS, PROGRAMS, seconds),
                promises, figures, plots);
    }

    private static Promise none(String text, long seen, String of) {
        return new Promise(text, seen + " (" + of + ")", seen == 0);
    }

    /** Of all programs together. */
    private void flat(String what, String unit, double grain, ToLongFunction<Gauges> gauge, List<Promise> promises,
            List<Plot> plots) {
        plots.add(new Plot(what + ", " + unit, programs.stream().map(program -> program.line(gauge)).toList()));
        double[] times = programs.getFirst().times(WARMING);
        double[] total = new double[times.length];
        for (Watched program : programs) {
            double[] values = program.values(gauge);
            for (int i = 0; i < total.length; i++) {
                total[i] += values[values.length - total.length + i];
            }
        }
        Slope slope = Slope.of(times, total);
        String beside = grain == Double.MAX_VALUE ? " (told alone: judged from " + (int) LONG_SECONDS + " s on)" : "";
        promises.add(Promise.timed(what + " does not grow",
                String.format(Locale.ROOT, "%+.1f ± %.1f %s an hour, of %.0f in %d programs", slope.perHour(),
                        slope.error(), unit, slope.level(), PROGRAMS) + beside,
                slope.flat(grain)));
    }
}
