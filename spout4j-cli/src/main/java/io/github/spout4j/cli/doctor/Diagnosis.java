package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.OtherSenders;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.SenderLooks;
import io.github.spout4j.cli.Version;
import io.github.spout4j.cli.films.FfmpegLook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at everything that Spout depends on here. */
final class Diagnosis {
    private static final String ADVICE = "mend what it says and run spout doctor again; if it stays, report this with "
            + "the output of spout doctor --report";

    private final List<Finding> findings = new ArrayList<>();
    private List<SenderInfo> senders = List.of();

    /** Finds out. */
    static Diagnosis make(EngineChoice engine, Progress progress) {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.system();
        diagnosis.engines(Spout.engines(), engine.only());
        diagnosis.findings.addAll(LibraryFiles.findings());
        diagnosis.findings.add(FfmpegLook.look());
        diagnosis.spout(engine, progress);
        return diagnosis;
    }

    /**
     * Looks at one sender.
     *
     * @throws CommandException where there is none of that name
     */
    static Diagnosis of(String sender, EngineChoice engine, Progress progress) {
        Diagnosis diagnosis = new Diagnosis();
        try (Spout spout = engine.open()) {
            diagnosis.senders = List.of(find(spout, sender));
            spout.diagnose().stream().filter(finding -> finding.topic().equals(SenderLook.topic(sender)))
                    .forEach(diagnosis.findings::add);
            diagnosis.look(spout, progress);
        }
        return diagnosis;
    }

    private static SenderInfo find(Spout spout, String sender) {
        try {
            return spout.senders().find(sender).orElseThrow(() -> CommandException.nothingFound("there is no sender \""
                    + sender + "\"; " + OtherSenders.insteadOf(sender, spout.senders())));
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<SenderInfo> senders() {
        return senders;
    }

    private void system() {
        findings.add(Finding.ok("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch")));
        findings.add(Finding.ok("JDK", Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("java.home")));
        try {
            findings.add(Finding.ok("spout4j", Version.number()));
        } catch (IOException e) {
            findings.add(new Finding("spout4j", e.toString(), Level.WARNING, "build it again"));
        }
    }

    /** @param wanted the one that the user insists on */
    private void engines(List<SpoutEngine> engines, Optional<String> wanted) {
        List<SpoutEngine> running = engines.stream().filter(engine -> engine.unavailable().isEmpty()).toList();
        if (running.isEmpty()) {
            findings.add(new Finding("engine", "none runs here", Level.PROBLEM, engines.isEmpty()
                    ? "spout4j is not complete; build it again"
                    : "see why below"));
        }
        Optional<String> chosen = wanted.or(() -> running.stream().findFirst().map(SpoutEngine::name));
        for (SpoutEngine engine : engines) {
            findings.add(Finding.ok("engine " + engine.name(),
                    engine.unavailable().map(reason -> "does not run here: " + reason)
                            .orElseGet(() -> running(engine, chosen, wanted.isPresent()))));
        }
    }

    private static String running(SpoutEngine engine, Optional<String> chosen, boolean insisted) {
        if (!chosen.equals(Optional.of(engine.name()))) {
            return "runs here too, at priority " + engine.priority() + "; --engine " + engine.name() + " takes it";
        }
        return insisted
                ? "chosen by --engine"
                : "chosen: of those that run here it has the highest priority, " + engine.priority();
    }

    private void look(Spout spout, Progress progress) {
        int[] done = {0};
        progress.show(
                () -> "looking at the frames of " + senders.size() + (senders.size() == 1 ? " sender" : " senders"));
        SenderLooks.at(senders, sender -> SenderLook.at(sender, spout), (_, seen) -> {
            findings.addAll(seen);
            done[0]++;
            progress.show(() -> done[0] + " of " + senders.size() + " senders looked at");
        });
    }

    private void spout(EngineChoice engine, Progress progress) {
        try (Spout spout = engine.open()) {
            findings.addAll(spout.diagnose());
            senders = spout.senders().list();
            look(spout, progress);
        } catch (SpoutException e) {
            findings.add(new Finding("opening", e.getMessage(), Level.PROBLEM, ADVICE));
        }
    }
}
