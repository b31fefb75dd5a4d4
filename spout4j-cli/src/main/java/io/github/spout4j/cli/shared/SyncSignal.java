package io.github.spout4j.cli.shared;

import io.github.spout4j.FrameSync;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Pause;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout sync signal}. */
@Command(name = "signal", description = "Signal a frame sync, once or at a rate.", footer = {
        "",
        "Signals that nobody waited for do not add up, and nobody tells whether one was",
        "waited for.",
        "",
        "Examples:",
        "  spout sync signal Lead",
        "  spout sync signal Lead --fps 25"})
public final class SyncSignal implements Callable<Integer> {
    private static final double USUAL_FPS = 60;

    @Parameters(paramLabel = "NAME", description = "The frame sync's name, mostly a sender's.")
    private String name;

    @Option(names = "--fps", paramLabel = "F", converter = FpsConverter.class, description = "Signals a second; default: 60 with --count.")
    private Double fps;

    @Option(names = "--count", paramLabel = "N", converter = CountConverter.class, description = "End after N signals; default: 1, with --fps when Ctrl-C comes.")
    private Long count;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() {
        long wanted = count != null ? count : fps != null ? Long.MAX_VALUE : 1;
        try (Session session = Session.open(engine); FrameSync sync = SyncEvent.open(session.spout(), name)) {
            tell(signal(session, sync, wanted));
            return ExitCode.DONE;
        }
    }

    /** {@return how many signals were given} */
    private long signal(Session session, FrameSync sync, long wanted) {
        double interval = 1e9 / (fps != null ? fps : USUAL_FPS);
        long began = System.nanoTime();
        long given = 0;
        try (Progress progress = quiet.progress()) {
            while (given < wanted && !session.stopping()) {
                sync.signal();
                long signals = ++given;
                progress.show(() -> signals + " signals");
                if (given < wanted) {
                    Pause.of(Duration.ofNanos(began + Math.round(given * interval) - System.nanoTime()));
                }
            }
        }
        return given;
    }

    private void tell(long given) {
        if (json || !quiet.wanted()) {
            System.out.println(json
                    ? new JsonWriter().beginObject().name("name").value(name).name("signals").value(given).end()
                            .toString()
                    : "signalled \"" + SafeText.of(name) + "\" " + (given == 1 ? "once" : given + " times"));
            System.out.flush();
        }
    }
}
