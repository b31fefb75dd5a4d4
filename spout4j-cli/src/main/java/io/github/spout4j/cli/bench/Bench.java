package io.github.spout4j.cli.bench;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.AdapterName;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FormatConverter;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.Style;
import io.github.spout4j.cli.TimeoutConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spout bench}. */
@Command(name = "bench", description = "Measure how fast frames go on this machine, next to a memcpy of the same bytes, by every transport "
        + "that works here.", footer = {
                "",
                "UPLOAD is the sender's call with a frame in memory, READ-BACK the receiver's",
                "call with a frame that was just sent (it may be in the processor's cache),",
                "SHARE both with all between them. Sender and receiver are in one process.",
                "It is the active sender for that time.",
                "",
                "Examples:",
                "  spout bench",
                "  spout bench --size 1280x720 3840x2160 --format bgra rgba16f --seconds 30",
                "  spout bench --transport texture --adapter 0 --json"})
public final class Bench implements Callable<Integer> {
    @Option(names = "--size", paramLabel = "WxH", arity = "1..*", converter = FrameSize.Converter.class, defaultValue = "1920x1080,3840x2160", split = ",", description = "Sizes of frames; default: ${DEFAULT-VALUE}.")
    private List<FrameSize> sizes;

    @Option(names = "--format", paramLabel = "F", arity = "1..*", converter = FormatConverter.class, completionCandidates = FormatConverter.class, defaultValue = "bgra8,rgba16f", split = ",", description = "Formats, see spout send --help; default: ${DEFAULT-VALUE}.")
    private List<PixelFormat> formats;

    @Option(names = "--seconds", paramLabel = "S", converter = TimeoutConverter.class, defaultValue = "12", description = "How long to measure in all; default: ${DEFAULT-VALUE}.")
    private Duration time;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private Quiet quiet;

    private final List<BenchResult> results = new ArrayList<>();
    private final Map<Transport, String> notMeasured = new EnumMap<>(Transport.class);

    @Override
    public Integer call() {
        if (time.isZero()) {
            throw CommandException.badInput("--seconds 0 measures nothing; give it some, such as 12");
        }
        for (FrameSize size : sizes) {
            for (PixelFormat format : formats) {
                if (size.bytes(format) > Integer.MAX_VALUE) {
                    throw CommandException.badInput("--size " + size + " is more than 2 GiB a frame of " + format
                            + "; choose a smaller one");
                }
            }
        }
        try (Session session = Session.open(engine); Progress progress = quiet.progress()) {
            way.adapter(session.spout());
            List<BenchCase> cases = cases(session);
            for (BenchCase what : cases) {
                if (!session.stopping()) {
                    progress.show(() -> results.size() + 1 + " of " + cases.size() + ": " + what);
                    measure(session, what, time.dividedBy(cases.size()));
                }
            }
            if (session.stopping()) {
                return ExitCode.FAILED;
            }
        }
        BenchReport report = new BenchReport(results, notMeasured);
        System.out.print(json ? report.json() + System.lineSeparator() : report.text(Style.onStdout()));
        System.out.flush();
        return ExitCode.DONE;
    }

    private List<BenchCase> cases(Session session) {
        List<Transport> transports = way.only().map(List::of).orElseGet(() -> working(session));
        return sizes.stream().distinct().flatMap(size -> formats.stream().distinct()
                .flatMap(format -> transports.stream().map(transport -> new BenchCase(size, format, transport))))
                .toList();
    }

    private List<Transport> working(Session session) {
        List<Transport> working = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            try (BenchRun _ = BenchRun.open(session, way,
                    new BenchCase(new FrameSize(16, 16), PixelFormat.BGRA8, transport))) {
                working.add(transport);
            } catch (SpoutException e) {
                notMeasured.put(transport, transport == Transport.TEXTURE && session.spout().adapters().isEmpty()
                        ? AdapterName.none()
                        : e.getMessage());
            }
        }
        return working;
    }

    private void measure(Session session, BenchCase what, Duration each) {
        try (BenchRun run = BenchRun.open(session, way, what)) {
            results.add(run.measure(each));
        }
    }
}
