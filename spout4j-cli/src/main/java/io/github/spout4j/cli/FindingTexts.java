package io.github.spout4j.cli;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.List;
import java.util.Locale;

/** Findings, each with what to do, for people and for scripts. */
public final class FindingTexts {
    private FindingTexts() {}

    public static String text(List<Finding> findings, Style style) {
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

    public static String json(List<Finding> findings) {
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
