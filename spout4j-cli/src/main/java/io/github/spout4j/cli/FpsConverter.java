package io.github.spout4j.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Frames a second, also as a fraction: above 0, at most 1000. */
public final class FpsConverter implements ITypeConverter<Double> {
    private static final double MOST = 1000;
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Override
    public Double convert(String text) {
        double fps = number(text);
        if (!(fps > 0 && fps <= MOST)) {
            throw new TypeConversionException(
                    "\"" + text
                            + "\" is no frame rate; write a number above 0, at most 1000, such as 60, 29.97 or 30000/1001");
        }
        return fps;
    }

    private static double number(String text) {
        Matcher fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2))
                : DecimalNumber.parse(text);
    }
}
