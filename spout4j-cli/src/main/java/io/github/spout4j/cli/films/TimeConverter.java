package io.github.spout4j.cli.films;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time of a film: seconds such as 12.5, or 1:02:03.5. */
final class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern
            .compile("(?:(?:(\\d{1,4}):)?([0-5]?\\d):(?=[0-5]?\\d(?!\\d)))?(\\d{1,7}(?:\\.\\d{1,9})?)");

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no time; write seconds such as 12.5, or minutes and hours as in 1:02:03.5");
        }
        long minutes = number(matcher.group(1)) * 60 + number(matcher.group(2));
        return Duration.ofMinutes(minutes)
                .plusNanos(new BigDecimal(matcher.group(3)).movePointRight(9).longValueExact());
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
