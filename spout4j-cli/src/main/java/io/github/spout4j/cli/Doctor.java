package io.github.spout4j.cli;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spout doctor}. */
@Command(name = "doctor", description = "Show system, engine, directory, limits and settings; what is wrong, and what "
        + "to do. Exit code 1 where something does not work.", footer = {
                "",
                "Example:",
                "  spout doctor --json"})
final class Doctor implements Callable<Integer> {
    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = Diagnosis.make();
        System.out.print(json ? json(findings) + System.lineSeparator() : text(findings, Style.onStdout()));
        System.out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    static String text(List<Finding> findings, Style style) {
        int width = findings.stream().mapToInt(finding -> topic(finding).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(mark(finding.level(), style)).append(topic(finding))
                    .repeat(" ", width - topic(finding).length() + 2).append(SafeText.of(finding.value()))
                    .append(System.lineSeparator());
            if (!finding.advice().isEmpty()) {
                text.repeat(" ", 11 + width).append("-> ").append(SafeText.of(finding.advice()))
                        .append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    /** It may name a sender. */
    private static String topic(Finding finding) {
        return SafeText.of(finding.topic());
    }

    static String json(List<Finding> findings) {
        JsonWriter json = new JsonWriter().beginArray();
        for (Finding finding : findings) {
            json.beginObject().name("topic").value(finding.topic()).name("value").value(finding.value());
            json.name("level").value(finding.level().name().toLowerCase(Locale.ROOT));
            json.name("advice").value(finding.advice()).end();
        }
        return json.end().toString();
    }

    private static String mark(Level level, Style style) {
        return switch (level) {
            case OK -> style.green("ok       ");
            case WARNING -> style.yellow("warning  ");
            case PROBLEM -> style.red("PROBLEM  ");
        };
    }
}
