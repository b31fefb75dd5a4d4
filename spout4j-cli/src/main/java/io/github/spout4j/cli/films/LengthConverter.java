package io.github.spout4j.cli.films;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much of a film: a time above 0. */
final class LengthConverter implements ITypeConverter<Duration> {
    private final TimeConverter time = new TimeConverter();

    @Override
    public Duration convert(String text) {
        Duration length = time.convert(text);
        if (length.isZero()) {
            throw new TypeConversionException("\"" + text + "\" is no length of a film; it must be above 0");
        }
        return length;
    }
}
