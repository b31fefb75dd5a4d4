package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Senders as a table for people. */
final class SenderTable {
    private static final List<String> HEAD = List.of(" ", "NAME", "SIZE", "FORMAT", "FPS", "TRANSPORT", "PROGRAM");

    private SenderTable() {}

    static String of(List<SenderInfo> senders, FrameRates rates, Style style) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        senders.forEach(sender -> rows.add(row(sender, rates)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            String line = line(row, widths);
            boolean standsOut = row == HEAD || row.getFirst().equals("*");
            table.append(standsOut ? style.bold(line) : line).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static List<String> row(SenderInfo sender, FrameRates rates) {
        double fps = rates.of(sender);
        return List.of(sender.active() ? "*" : " ", SafeText.of(sender.name()), SenderTexts.size(sender),
                SenderTexts.format(sender), Double.isNaN(fps) ? "-" : String.format(Locale.ROOT, "%.1f", fps),
                SenderTexts.transport(sender), SenderTexts.program(sender));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).repeat(" ", widths[i] - length(cell) + (i == 0 ? 1 : 2));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
