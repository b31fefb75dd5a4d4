package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.Version;
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
    static Diagnosis make() {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.system();
        diagnosis.engines(Spout.engines());
        diagnosis.spout();
        return diagnosis;
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

    private void engines(List<SpoutEngine> engines) {
        Optional<SpoutEngine> chosen = engines.stream().filter(engine -> engine.unavailable().isEmpty()).findFirst();
        if (chosen.isEmpty()) {
            findings.add(new Finding("engine", "none runs here", Level.PROBLEM, engines.isEmpty()
                    ? "spout4j is not complete; build it again"
                    : "see why below"));
        }
        for (SpoutEngine engine : engines) {
            Optional<String> unavailable = engine.unavailable();
            String why = unavailable.isPresent()
                    ? "does not run here: " + unavailable.get()
                    : engine == chosen.orElseThrow()
                            ? "chosen: of those that run here it has the highest priority, "
                                    + engine.priority()
                            : "runs here too, at priority " + engine.priority();
            findings.add(Finding.ok("engine " + engine.name(), why));
        }
    }

    private void spout() {
        try (Spout spout = Spout.open()) {
            findings.addAll(spout.diagnose());
            senders = spout.senders().list();
        } catch (SpoutException e) {
            findings.add(new Finding("opening", e.getMessage(), Level.PROBLEM, ADVICE));
        }
    }
}
