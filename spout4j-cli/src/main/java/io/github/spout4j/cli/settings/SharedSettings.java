package io.github.spout4j.cli.settings;

import io.github.spout4j.Finding;
import io.github.spout4j.Settings;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FindingTexts;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout settings}. */
@Command(name = "settings", description = "Show the settings that all Spout programs of this user share, or set some.", footer = {
        "",
        "Those that can be set here:",
        "  framecount=on    senders count their frames, so that receivers know new ones",
        "  framecount=off   they do not, those of spout4j included",
        "  maxsenders=N     how many senders can be there at once, 1 to 1024",
        "Programs read framecount when they start a sender; maxsenders counts after all",
        "Spout programs have ended.",
        "",
        "Examples:",
        "  spout settings",
        "  spout settings framecount=on"})
public final class SharedSettings implements Callable<Integer> {
    @Parameters(paramLabel = "NAME=VALUE", arity = "0..*", description = "A setting to be changed.")
    private List<String> wanted = List.of();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<SettingChange> changes = wanted.stream().map(SettingChange::of).toList();
        try (Session session = Session.open()) {
            Settings settings = session.spout().settings();
            changes.forEach(change -> change.make(settings));
            List<Finding> findings = session.spout().diagnose().stream().filter(SharedSettings::isSetting).toList();
            System.out.print(json
                    ? FindingTexts.json(findings) + System.lineSeparator()
                    : FindingTexts.text(findings, Style.onStdout()) + notes(changes));
            System.out.flush();
            return ExitCode.DONE;
        }
    }

    private static boolean isSetting(Finding finding) {
        return finding.topic().equals("settings") || finding.topic().startsWith("setting ");
    }

    private static String notes(List<SettingChange> changes) {
        StringBuilder notes = new StringBuilder();
        changes.stream().map(SettingChange::note).distinct()
                .forEach(note -> notes.append(note).append(System.lineSeparator()));
        return notes.toString();
    }
}
