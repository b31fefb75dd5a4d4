package io.github.spout4j.cli;

import java.util.regex.Pattern;

/** A plain decimal number such as 60 or 29.97; without Java's own extras (hex, NaN, a trailing d). */
final class DecimalNumber {
    private static final Pattern FORM = Pattern.compile("-?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})");

    private DecimalNumber() {}

    /** The number; NaN where the text is none. */
    static double parse(String text) {
        return FORM.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}
