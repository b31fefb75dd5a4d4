package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
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
                "Example:",
                "  spout doctor --json"})
public final class Doctor implements Callable<Integer> {
    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = Diagnosis.make();
        System.out.print(json
                ? FindingTexts.json(findings) + System.lineSeparator()
                : FindingTexts.text(findings, Style.onStdout()));
        System.out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }
}
