package io.github.spout4j.cli.lists;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SenderTexts;
import io.github.spout4j.cli.Style;
import io.github.spout4j.cli.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Senders as a table for people. */
public final class SenderTable {
    private static final List<String> HEAD = List.of("  NAME", "SIZE", "FORMAT", "FPS", "COUNTS", "TRANSPORT");

    private SenderTable() {}

    public static String of(List<SenderInfo> senders, FrameRates rates, SenderAdapters adapters, Style style) {
        boolean textures = senders.stream().anyMatch(sender -> sender.transport() == Transport.TEXTURE);
        List<String> head = new ArrayList<>(HEAD);
        if (textures) {
            head.add("ADAPTER");
        }
        head.add("PROGRAM");
        TextTable table = new TextTable(style, head.toArray(String[]::new));
        senders.forEach(sender -> {
            List<String> row = row(sender, rates);
            if (textures) {
                row.add(SafeText.of(adapters.of(sender).map(Adapter::name).orElse("-")));
            }
            row.add(SenderTexts.program(sender));
            table.add(sender.active(), row.toArray(String[]::new));
        });
        return table.toString();
    }

    private static List<String> row(SenderInfo sender, FrameRates rates) {
        return new ArrayList<>(List.of((sender.active() ? "* " : "  ") + SafeText.of(sender.name()),
                SenderTexts.size(sender), SenderTexts.format(sender), fps(sender, rates.of(sender)),
                FrameRates.counts(sender) ? "yes" : "no", SenderTexts.transport(sender)));
    }

    private static String fps(SenderInfo sender, double rate) {
        if (sender.paused()) {
            return "paused";
        }
        if (Double.isNaN(rate)) {
            return "-";
        }
        return rate == 0 && !FrameRates.counts(sender) ? "still" : String.format(Locale.ROOT, "%.1f", rate);
    }
}
