package io.github.spout4j.proof.report;

import java.util.Locale;

/** Figures as people read them. */
public final class Figures {
    private static final double WHOLE = 1000;

    private Figures() {}

    /** Whole numbers with their thousands apart, others with what matters of them. */
    public static String text(Object figure) {
        return switch (figure) {
            case Double number when Math.abs(number) < WHOLE -> String.format(Locale.ROOT, "%.3g", number);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> String.valueOf(figure);
        };
    }
}
