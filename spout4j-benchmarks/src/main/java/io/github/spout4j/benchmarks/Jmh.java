package io.github.spout4j.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH's run, and what its results say. */
final class Jmh {
    private Jmh() {}

    /** Empty where no benchmark matches; fails where one does. */
    static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        options.verbosity(VerboseMode.SILENT).shouldFailOnError(true);
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException _) {
            return List.of();
        }
    }

    /** Class and method. */
    static String name(RunResult result) {
        return name(result.getParams().getBenchmark());
    }

    static String name(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    static String size(RunResult result) {
        return result.getParams().getParam("size");
    }

    /** In µs; empty where it is timed against nothing. */
    static Optional<Ratio> ratio(RunResult result) {
        Result<?> plain = result.getSecondaryResults().get("plainMicros");
        return plain == null
                ? Optional.empty()
                : Optional.of(new Ratio(plain.getScore(),
                        result.getSecondaryResults().get("measuredMicros").getScore()));
    }
}
