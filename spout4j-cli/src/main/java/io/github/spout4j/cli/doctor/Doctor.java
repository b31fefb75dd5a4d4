package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FindingTexts;
import io.github.spout4j.cli.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spout doctor}. */
@Command(name = "doctor", description = "Show system, engine, directory, limits and settings; what is wrong, and what "
        + "to do. Exit code 1 where something does not work.", footer = {
                "",
                "Examples:",
                "  spout doctor --json",
                "  spout doctor --report > report.md"})
public final class Doctor implements Callable<Integer> {
    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(names = "--report", description = "Write Markdown to paste into an issue, without your user name.")
    private boolean report;

    @Override
    public Integer call() {
        if (json && report) {
            throw CommandException.badInput("--json and --report exclude each other; choose one");
        }
        LastWarnings warnings = LastWarnings.keep();
        Diagnosis diagnosis = Diagnosis.make();
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
}
