package io.github.spout4j.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds: 0 to a million. */
public final class TimeoutConverter implements ITypeConverter<Duration> {
    private static final double MOST = 1_000_000;

    @Override
    public Duration convert(String text) {
        double seconds = DecimalNumber.parse(text);
        if (!(seconds >= 0 && seconds <= MOST)) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no time; write seconds from 0 to 1000000, such as 5 or 0.5");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
