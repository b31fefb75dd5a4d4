package io.github.spout4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Frames a second: above 0, at most 1000. */
public final class FpsConverter implements ITypeConverter<Double> {
    private static final double MOST = 1000;

    @Override
    public Double convert(String text) {
        double fps = DecimalNumber.parse(text);
        if (!(fps > 0 && fps <= MOST)) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no frame rate; write a number above 0, at most 1000, such as 60 or 29.97");
        }
        return fps;
    }
}
