package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SenderTexts;
import java.util.List;
import java.util.Locale;

/**
 * A diagnosis to paste into an issue.
 *
 * @param warnings what the library has logged
 */
record Report(List<Finding> findings, List<SenderInfo> senders, List<String> warnings) {
    /** Ready to paste, its lines ended as Markdown wants them. */
    String markdown(Anonymity anonymity) {
        StringBuilder text = new StringBuilder("### spout doctor\n\n");
        row(text, anonymity, "level", "topic", "value", "what to do");
        text.append("| --- | --- | --- | --- |\n");
        findings.forEach(finding -> row(text, anonymity, finding.level().name().toLowerCase(Locale.ROOT),
                finding.topic(), finding.value(), finding.advice()));
        text.append("\n### Senders\n\n");
        if (senders.isEmpty()) {
            text.append("none\n");
        } else {
            row(text, anonymity, "name", "size", "format", "transport", "counts", "program");
            text.append("| --- | --- | --- | --- | --- | --- |\n");
            senders.forEach(sender -> row(text, anonymity, sender.name(), SenderTexts.size(sender),
                    SenderTexts.format(sender), SenderTexts.transport(sender), sender.frame() > 0 ? "yes" : "no",
                    SenderTexts.program(sender)));
        }
        text.append("\n### Last warnings\n\n");
        warnings.forEach(warning -> text.append("- ").append(cell(warning, anonymity)).append('\n'));
        return text.append(warnings.isEmpty() ? "none\n" : "").toString();
    }

    private static void row(StringBuilder text, Anonymity anonymity, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell(cell, anonymity)).append(" |");
        }
        text.append('\n');
    }

    /** As it stands, whatever it is: no character of Markdown or HTML means anything. */
    private static String cell(String text, Anonymity anonymity) {
        return SafeText.of(anonymity.of(text)).replaceAll("[\\\\`*_\\[\\]<>|#~@]", "\\\\$0");
    }
}
