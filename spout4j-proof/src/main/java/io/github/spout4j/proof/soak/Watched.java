package io.github.spout4j.proof.soak;

import com.google.gson.Gson;
import io.github.spout4j.proof.ChildJava;
import io.github.spout4j.proof.frames.SenderPlan;
import io.github.spout4j.proof.measure.Gauges;
import io.github.spout4j.proof.report.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** A program of the soak, and what it said of itself from time to time. */
final class Watched {
    private static final long ANSWER_SECONDS = 60;
    private static final Gson GSON = new Gson();

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ChildJava child;
    private final int program;
    private final List<Double> seconds = new ArrayList<>();
    private final List<SoakCount> counts = new ArrayList<>();

    Watched(SenderPlan plan, int program, Path objects) throws IOException {
        this.program = program;
        child = new ChildJava(SoakProgram.class,
                Map.of("spout.directory", objects.toString(), "spout.settings", objects + ".settings"), answers::add,
                GSON.toJson(plan), Integer.toString(program));
    }

    /** Asks it. */
    void look(long start) {
        child.tell("count");
        try {
            String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("program " + program + " of the soak does not answer");
            }
            seconds.add((System.nanoTime() - start) / 1e9);
            counts.add(GSON.fromJson(answer, SoakCount.class));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    SoakCount last() {
        return counts.getLast();
    }

    /** When it was looked at, after a part of all looks. */
    double[] times(double after) {
        return seconds.stream().skip((long) (seconds.size() * after)).mapToDouble(Double::doubleValue).toArray();
    }

    double[] values(ToLongFunction<Gauges> gauge) {
        return counts.stream().mapToDouble(count -> gauge.applyAsLong(count.has())).toArray();
    }

    Plot.Line line(ToLongFunction<Gauges> gauge) {
        return new Plot.Line("program " + program, times(0), values(gauge));
    }

    /** Its exit code. */
    int end() throws InterruptedException {
        return child.end();
    }
}
