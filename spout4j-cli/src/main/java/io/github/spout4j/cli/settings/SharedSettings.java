package io.github.spout4j.cli.settings;

import io.github.spout4j.Finding;
import io.github.spout4j.Setting;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FindingTexts;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.Style;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout settings}. */
@Command(name = "settings", description = "Show the settings that all Spout programs of this user share, or set some.", footer = {
        "",
        "Those that can be set here; NAME=default takes one back:",
        "  framecount=on|off   senders count their frames, so that receivers know new ones",
        "  maxsenders=N        how many senders can be there at once, 1 to 1024",
        "  memoryshare=on|off  share by memory, as Spout 2.006",
        "For programs on the Spout SDK alone:",
        "  auto=on|off         share through the processor where OpenGL cannot link",
        "  cpu=on|off          share through the processor in any case",
        "  buffering=on|off    copy pixels through several buffers in turn",
        "  buffers=N           how many of them, 1 to 4",
        "  adapter=N           graphics adapter, of programs before Spout 2.007",
        "  dx9=on|off          DirectX 9, of programs before Spout 2.007",
        "After a change it says what was before. Where one of several is not possible,",
        "none is changed.",
        "",
        "Examples:",
        "  spout settings",
        "  spout settings framecount=on buffers=3",
        "  spout settings framecount=default"})
public final class SharedSettings implements Callable<Integer> {
    /** What it warns of in settings is gone after a change, or is the error that prevents it. */
    private static final Logger LIBRARY = Logger.getLogger("io.github.spout4j");

    @Parameters(paramLabel = "NAME=VALUE", arity = "0..*", completionCandidates = SettingWords.class, description = "A setting to be changed.")
    private List<String> wanted = List.of();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() {
        List<SettingChange> changes = wanted.stream().map(SettingChange::of).toList();
        requireEachOnce(changes);
        if (!changes.isEmpty()) {
            LIBRARY.setLevel(Level.SEVERE);
        }
        try (Session session = Session.open(engine)) {
            Settings settings = session.spout().settings();
            System.out.print(changes.isEmpty() ? all(session.spout()) : changed(settings, changes));
            System.out.flush();
            return ExitCode.DONE;
        }
    }

    private static void requireEachOnce(List<SettingChange> changes) {
        Set<Setting> seen = new HashSet<>();
        changes.stream().map(SettingChange::setting).filter(setting -> !seen.add(setting)).findFirst()
                .ifPresent(setting -> {
                    throw CommandException
                            .badInput(SettingChange.name(setting) + " is there twice; write it once");
                });
    }

    private String all(Spout spout) {
        List<Finding> findings = spout.diagnose().stream().filter(SharedSettings::isSetting).toList();
        return json
                ? FindingTexts.json(findings) + System.lineSeparator()
                : FindingTexts.text(findings, Style.onStdout());
    }

    private static boolean isSetting(Finding finding) {
        return finding.topic().equals("settings") || finding.topic().startsWith("setting ");
    }

    private String changed(Settings settings, List<SettingChange> changes) {
        List<SettingChanged> made = changes.stream().map(change -> change.make(settings)).toList();
        if (json) {
            return SettingChanged.json(made) + System.lineSeparator();
        }
        StringBuilder text = new StringBuilder();
        made.forEach(change -> text.append(change.text()).append(System.lineSeparator()));
        made.forEach(change -> text.append(change.note()).append(System.lineSeparator()));
        return text.toString();
    }
}
