package io.github.spout4j.cli.audit;

import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Style;
import io.github.spout4j.cli.TimeoutConverter;
import io.github.spout4j.library.PeImage;
import io.github.spout4j.library.SpoutLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spout audit}. */
@Command(name = "audit", description = "Call every function of a SpoutLibrary.dll, each in a process of its own, and "
        + "compare with what spout4j knows of that build. Exit code 1 where something differs. What would show a window "
        + "or change settings of yours is not called. On Windows alone.", footer = {
                "",
                "The JSON report is described in docs/audit.md.",
                "",
                "Examples:",
                "  spout audit --library C:\\Spout\\SpoutLibrary.dll",
                "  spout audit --library SpoutLibrary.dll --json report.json",
                "  spout audit --library SpoutLibrary.dll --slots 95-110 --types"})
public final class Audit implements Callable<Integer> {
    @Option(names = "--library", paramLabel = "DLL", description = "The file; default: what the variable SPOUT_LIBRARY names, then SpoutLibrary.dll beside the program or in PATH.")
    private Path library;

    @Option(names = "--json", paramLabel = "FILE", description = "Write a report; also when interrupted, as far as it has come.")
    private Path json;

    @Option(names = "--slots", paramLabel = "A-B", converter = SlotRange.Converter.class, description = "Only these slots, and no sequences.")
    private SlotRange slots;

    @Option(names = "--types", description = "Also call each slot as if it returned void, bool, int, double, a pointer, a std::string.")
    private boolean types;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, defaultValue = "20", description = "Seconds that each process has; default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Mixin
    private Quiet quiet;

    @Override
    public Integer call() throws InterruptedException {
        checkJson();
        PeImage image = image();
        if (!System.getProperty("os.name").startsWith("Windows")) {
            throw CommandException.failed(image.file() + " is a DLL for Windows: run the audit there");
        }
        AuditReport report = new AuditReport(image);
        try (Interruption _ = new Interruption()) {
            try (ProbeRunner runner = new ProbeRunner(image.file(), timeout)) {
                run(runner, report);
                report.complete();
            } finally {
                write(report);
            }
        }
        long findings = report.findings();
        System.out.println(report.summary());
        System.out.flush();
        return findings == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void run(ProbeRunner runner, AuditReport report) throws InterruptedException {
        Inspection inspection = inspect(runner, report);
        if (inspection == null) {
            return;
        }
        AuditTable table = new AuditTable(Style.onStdout());
        System.out.println(report.heading());
        if (inspection.layout() == null) {
            System.out.println(SafeText.of(inspection.problem()));
            return;
        }
        checkSlots(inspection);
        List<Probe> probes = AuditPlan.of(inspection.layout(), slots, types);
        System.out.println(table.head());
        try (Progress progress = quiet.progress()) {
            int[] done = {0};
            runner.run(probes, result -> {
                report.add(result);
                progress.clear();
                System.out.println(table.row(result));
                System.out.flush();
                done[0]++;
                progress.show(() -> String.format(Locale.ROOT, "%d of %d probes, %d differ", done[0], probes.size(),
                        report.findings()));
            });
        }
    }

    /** Null where it cannot be probed, which the report tells. */
    private static Inspection inspect(ProbeRunner runner, AuditReport report) throws InterruptedException {
        ProbeProcess.End end = runner.inspect();
        List<String> refused = end.line("refused") == null ? end.line("failed") : end.line("refused");
        if (refused != null || end.timedOut() || !end.crash().isEmpty()) {
            String problem = refused != null
                    ? refused.get(1)
                    : (end.line("loaded") == null ? "loading it" : "GetSpout") + (end.timedOut()
                            ? " does not return"
                            : " ends the process: " + end.crash());
            report.impossible(problem);
            System.out.println(SafeText.of(problem));
            return null;
        }
        Inspection inspection = Inspection.read(end.lines());
        report.inspected(inspection);
        return inspection;
    }

    private PeImage image() {
        try {
            return PeImage.read(library == null ? SpoutLibrary.find() : library.toAbsolutePath()).requireGetSpout();
        } catch (SpoutException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private void checkSlots(Inspection inspection) {
        if (slots != null && slots.last() >= inspection.slotCount()) {
            throw CommandException.badInput("--slots " + slots + ": this build has the slots 0 to "
                    + (inspection.slotCount() - 1));
        }
    }

    private void checkJson() {
        if (json == null) {
            return;
        }
        Path folder = json.toAbsolutePath().getParent();
        if (Files.isDirectory(json) || folder == null || !Files.isWritable(folder)) {
            throw CommandException.badInput("--json \"" + json + "\" cannot be written there; name another file");
        }
    }

    private void write(AuditReport report) {
        if (json == null) {
            return;
        }
        try {
            Files.writeString(json, report.json() + System.lineSeparator());
        } catch (IOException e) {
            throw CommandException.failed("the report could not be written: " + e.getMessage(), e);
        }
    }
}
