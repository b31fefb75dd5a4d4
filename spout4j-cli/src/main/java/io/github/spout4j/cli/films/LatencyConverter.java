package io.github.spout4j.cli.films;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Milliseconds: 1 to 60000. */
final class LatencyConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,4}");
    private static final long MOST = 60_000;

    @Override
    public Duration convert(String text) {
        if (!FORM.matcher(text).matches() || Long.parseLong(text) > MOST) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no latency; write whole milliseconds from 1 to 60000, such as 120");
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
