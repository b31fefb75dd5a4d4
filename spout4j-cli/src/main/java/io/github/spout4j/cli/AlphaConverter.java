package io.github.spout4j.cli;

import io.github.spout4j.Alpha;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What alpha means: straight, premultiplied or opaque. */
public final class AlphaConverter implements ITypeConverter<Alpha> {
    @Override
    public Alpha convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "straight" -> Alpha.STRAIGHT;
            case "premultiplied" -> Alpha.PREMULTIPLIED;
            case "opaque" -> Alpha.OPAQUE;
            default -> throw new TypeConversionException(
                    "\"" + text + "\" is no alpha; write straight, premultiplied or opaque");
        };
    }
}
