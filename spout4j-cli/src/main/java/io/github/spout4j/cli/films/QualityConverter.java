package io.github.spout4j.cli.films;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How good a film is: 0 to 100. */
final class QualityConverter implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("100|\\d{1,2}");

    @Override
    public Integer convert(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no quality; write 0 to 100, where more is better and larger");
        }
        return Integer.valueOf(text);
    }
}
