package io.github.spout4j.cli.audit;

import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Style;
import java.util.Locale;

/** The audit's results as lines for people. */
final class AuditTable {
    private static final int RESULT_CHARACTERS = 44;
    private static final String FORM = "%-10s  %4s  %-22s  %-44s  %10s  %9s  %s";

    private final Style style;

    AuditTable(Style style) {
        this.style = style;
    }

    String head() {
        return style.bold(line("", "SLOT", "NAME", "RESULT", "EXIT", "TIME", "SIGNATURE"));
    }

    String row(ProbeResult result) {
        Probe probe = result.probe();
        String type = probe.kind() == Probe.Kind.TYPE ? "as " + probe.type() + ": " : "";
        String line = line(result.outcome().word(), probe.slot() < 0 ? "" : Integer.toString(probe.slot()),
                probe.name(), shortened(type + SafeText.of(result.result())), result.exit(), time(result.millis()),
                probe.signature());
        return switch (result.outcome()) {
            case DIFFERS, CRASHED, TIMED_OUT -> style.red(line);
            case NOT_CALLED -> style.yellow(line);
            case EXPECTED, SEEN, SEEN_TO_CRASH -> line;
        };
    }

    private static String line(String outcome, String slot, String name, String result, String exit, String time,
            String signature) {
        return String.format(Locale.ROOT, FORM, outcome, slot, name, result, exit, time, signature).stripTrailing();
    }

    private static String time(double millis) {
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String shortened(String text) {
        return text.length() <= RESULT_CHARACTERS ? text : text.substring(0, RESULT_CHARACTERS - 3) + "...";
    }
}
