package io.github.spout4j.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many frames: at least 1. */
public final class CountConverter implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,14}");

    @Override
    public Long convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no number of frames; write a whole number, 1 or more");
        }
        return Long.valueOf(text);
    }
}
