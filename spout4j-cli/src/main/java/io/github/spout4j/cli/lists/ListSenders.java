package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.Pause;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.Style;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spout list}. */
@Command(name = "list", description = "List the senders; * marks the active one.", footer = {
        "",
        "COUNTS says whether a sender counts its frames. FPS is by that count; of a",
        "sender that does not count, what a receiver saw change in about half a",
        "second: \"still\" where nothing did, - where it could not be received.",
        "",
        "Names whose bytes have no text in the system's encoding are counted below;",
        "with --json on standard error.",
        "",
        "With --watch a terminal shows the list anew each second; elsewhere, with",
        "--json and with the variable NO_COLOR, every change is a line.",
        "",
        "Examples:",
        "  spout list",
        "  spout list --json"})
public final class ListSenders implements Callable<Integer> {
    private static final Duration SAMPLE = Duration.ofMillis(250);
    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final String CLEAR_SCREEN = "\033[H\033[2J";

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(names = "--watch", description = "Go on until Ctrl-C.")
    private boolean watch;

    @Mixin
    private EngineChoice engine;

    private final FrameRates rates = new FrameRates();
    private Sightings sightings;

    @Override
    public Integer call() {
        try (Session session = Session.open(engine)) {
            SenderDirectory directory = session.spout().senders();
            sightings = new Sightings(name -> session.spout().receiver(name).open());
            SenderAdapters adapters = new SenderAdapters(directory::adapterOf);
            if (!watch) {
                List<SenderInfo> senders = sampled(directory);
                show(senders, adapters, NameNotes.of(directory, senders));
            } else if (Style.onStdout().coloured() && !json) {
                refresh(session, directory, adapters);
            } else {
                tellChanges(session, directory, adapters);
            }
            return ExitCode.DONE;
        }
    }

    private List<SenderInfo> sampled(SenderDirectory directory) {
        List<SenderInfo> senders = directory.list();
        if (!senders.isEmpty()) {
            rates.look(senders);
            pause(SAMPLE, senders);
            senders = directory.list();
            rates.look(senders);
        }
        return senders;
    }

    private void show(List<SenderInfo> senders, SenderAdapters adapters, NameNotes notes) {
        if (json) {
            System.out.println(SenderJson.of(senders, rates, adapters, notes));
            System.err.print(notes.notShown());
        } else {
            System.out.print(senders.isEmpty()
                    ? "no senders" + System.lineSeparator()
                    : SenderTable.of(senders, rates, adapters, Style.onStdout()));
            System.out.print(notes.text());
        }
        System.out.flush();
    }

    private void refresh(Session session, SenderDirectory directory, SenderAdapters adapters) {
        Duration pause = SAMPLE;
        while (!session.stopping() && !System.out.checkError()) {
            List<SenderInfo> senders = directory.list();
            rates.look(senders);
            System.out.print(CLEAR_SCREEN);
            show(senders, adapters, NameNotes.of(directory, senders));
            pause(pause, senders);
            pause = REFRESH;
        }
    }

    /** For that time, or as long as it takes to see how often the pictures of those change that do not count. */
    private void pause(Duration duration, List<SenderInfo> senders) {
        long start = System.nanoTime();
        rates.seen(sightings.of(senders.stream().filter(sender -> !FrameRates.counts(sender)).toList()));
        Pause.of(duration.minusNanos(System.nanoTime() - start));
    }

    private void tellChanges(Session session, SenderDirectory directory, SenderAdapters adapters) {
        try (SenderDirectory.Subscription _ = directory.listen(new SenderChanges(System.out, json, adapters))) {
            if (!json && directory.list().isEmpty()) {
                System.out.println("no senders yet");
            }
            while (!session.stopping() && !System.out.checkError()) {
                Pause.of(SAMPLE);
            }
        }
    }
}
