package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks whose ratios are kept, each measured for a short time. Only those are in it whose ratio is steady. */
final class Gate {
    private static final String JMH = "\\.(Pixels|MemoryShare|Textures|OpenGl)\\.";
    private static final List<String> UNSTEADY = List.of("\\.OpenGl\\.sendSeries$");
    private static final List<FrameWay> BESIDE_ICEORYX2 = List.of(FrameWay.ONCE, FrameWay.WAIT);

    private static final int WARM_UPS = 4;
    private static final TimeValue WARM_UP = TimeValue.milliseconds(200);
    private static final TimeValue TIME = TimeValue.milliseconds(600);
    private static final double PEER_SECONDS = 1;

    private final Pattern wanted;
    private final Map<String, String> unavailable = new TreeMap<>();
    private final Map<String, Benchmark> benchmarks = new TreeMap<>();

    /** @param wanted what is found in the names of those that are to be measured */
    Gate(Pattern wanted) {
        this.wanted = wanted;
        TextureChannel.unavailable().ifPresent(why -> unavailable.put("Textures", why));
        OffScreen.unavailable().ifPresent(why -> unavailable.put("OpenGl", why));
        Iceoryx2.unavailable().ifPresent(why -> unavailable.put("Iceoryx2", why));
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().find(
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of(JMH), UNSTEADY)) {
            add(Jmh.name(entry.getUsername()), () -> measure(entry));
        }
        for (FrameWay way : BESIDE_ICEORYX2) {
            add("Iceoryx2." + way.argument(), () -> measure(way));
        }
    }

    private void add(String name, Benchmark benchmark) {
        if (wanted.matcher(name).find() && !unavailable.containsKey(name.substring(0, name.indexOf('.')))) {
            benchmarks.put(name, benchmark);
        }
    }

    /** Their names: class and method. */
    List<String> benchmarks() {
        return List.copyOf(benchmarks.keySet());
    }

    /** Why the benchmarks of a class cannot be measured here, by its name. */
    Optional<String> unavailable(String benchmark) {
        return Optional.ofNullable(unavailable.get(benchmark.substring(0, benchmark.indexOf('.'))));
    }

    /** The ratio of each size. */
    Map<Subject, Double> measure(String name) throws RunnerException, IOException {
        return benchmarks.get(name).measure();
    }

    private static Map<Subject, Double> measure(BenchmarkListEntry entry) throws RunnerException {
        Map<Subject, Double> ratios = new TreeMap<>();
        for (RunResult result : Jmh.run(new OptionsBuilder().include(Pattern.quote(entry.getUsername()) + "$")
                .warmupIterations(WARM_UPS).warmupTime(WARM_UP).measurementTime(TIME))) {
            ratios.put(new Subject(Jmh.name(result), Jmh.size(result)), Jmh.ratio(result).orElseThrow().value());
        }
        return ratios;
    }

    private static Map<Subject, Double> measure(FrameWay way) throws IOException {
        Map<Subject, Double> ratios = new TreeMap<>();
        for (String size : Iceoryx2.SIZES) {
            ratios.put(new Subject("Iceoryx2." + way.argument(), size),
                    Iceoryx2.measure(way, size, PEER_SECONDS).median().value());
        }
        return ratios;
    }

    private interface Benchmark {
        Map<Subject, Double> measure() throws RunnerException, IOException;
    }
}
