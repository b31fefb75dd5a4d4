package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FindingTexts;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout doctor}. */
@Command(name = "doctor", description = "Show system, engine, directory, limits, settings and a look at each sender; "
        + "what is wrong, and what to do. Exit code 1 where something does not work.", footer = {
                "",
                "Examples:",
                "  spout doctor Resolume",
                "  spout doctor --json",
                "  spout doctor --report > report.md"})
public final class Doctor implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Look at this sender alone: why its picture could be black or missing.")
    private String name;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(names = "--report", description = "Write Markdown to paste into an issue, without your user name.")
    private boolean report;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() {
        if (json && report) {
            throw CommandException.badInput("--json and --report exclude each other; choose one");
        }
        LastWarnings warnings = LastWarnings.keep();
        Diagnosis diagnosis = diagnosis();
        List<Finding> findings = diagnosis.findings();
        if (report) {
            System.out.print(new Report(findings, diagnosis.senders(), warnings.lines()).markdown(Anonymity.ofUser()));
        } else {
            System.out.print(json
                    ? FindingTexts.json(findings) + System.lineSeparator()
                    : FindingTexts.text(findings, Style.onStdout()));
        }
        System.out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private Diagnosis diagnosis() {
        try (Progress progress = quiet.progress()) {
            return name == null ? Diagnosis.make(engine, progress) : Diagnosis.of(name, engine, progress);
        }
    }
}
