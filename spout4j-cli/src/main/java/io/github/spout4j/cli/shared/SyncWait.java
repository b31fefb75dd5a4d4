package io.github.spout4j.cli.shared;

import io.github.spout4j.FrameSync;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.TimeoutConverter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout sync wait}. */
@Command(name = "wait", description = "Wait for signals of a frame sync; a line for each.", footer = {
        "",
        "A signal given before anybody waits counts once, as long as a program has the",
        "frame sync open.",
        "",
        "Example:",
        "  spout sync wait Lead --count 10 --timeout 5"})
public final class SyncWait implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The frame sync's name, mostly a sender's.")
    private String name;

    @Option(names = "--count", paramLabel = "N", converter = CountConverter.class, defaultValue = "1", description = "End after N signals; default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, defaultValue = "10", description = "Seconds to wait for each signal, 0 to look once; default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(names = "--json", description = "Write JSON, an object a line.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() {
        try (Session session = Session.open(engine); FrameSync sync = SyncEvent.open(session.spout(), name)) {
            long began = System.nanoTime();
            for (long signal = 1; signal <= count && !session.stopping(); signal++) {
                if (sync.await(timeout)) {
                    tell(signal, (System.nanoTime() - began) / 1e9);
                } else if (!session.stopping()) {
                    throw CommandException.nothingFound("no signal of \"" + name + "\" came within "
                            + timeout.toMillis() / 1e3 + " s"
                            + (signal == 1 ? "" : " after " + (signal - 1) + " of " + count));
                }
            }
            return ExitCode.DONE;
        }
    }

    private void tell(long signal, double seconds) {
        if (json || !quiet.wanted()) {
            System.out.println(json
                    ? new JsonWriter().beginObject().name("signal").value(signal).name("seconds").value(seconds).end()
                            .toString()
                    : String.format(Locale.ROOT, "signal %d after %.3f s", signal, seconds));
            System.out.flush();
        }
    }
}
