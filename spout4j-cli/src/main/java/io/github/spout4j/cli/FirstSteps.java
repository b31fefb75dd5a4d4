package io.github.spout4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people do first, for those who write {@code spout} alone. */
final class FirstSteps {
    private FirstSteps() {}

    static String text(Style style) {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("spout demo", "see it work");
        steps.put("spout preview", "show a sender in a window");
        steps.put("spout send logo.png", "send a picture");
        steps.put("spout doctor", "find out what is wrong");
        int width = steps.keySet().stream().mapToInt(String::length).max().getAsInt();
        StringBuilder text = new StringBuilder();
        steps.forEach((command, purpose) -> text.append("  ").append(style.bold(command))
                .repeat(" ", width - command.length() + 3).append(purpose).append(System.lineSeparator()));
        return text.append(System.lineSeparator()).append("All commands: spout --help").append(System.lineSeparator())
                .toString();
    }
}
