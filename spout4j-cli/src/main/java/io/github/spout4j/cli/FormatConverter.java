package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The order of a pixel's bytes, named as ffmpeg does. */
final class FormatConverter implements ITypeConverter<PixelFormat> {
    @Override
    public PixelFormat convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "rgba" -> PixelFormat.RGBA8;
            case "bgra" -> PixelFormat.BGRA8;
            default ->
                throw new TypeConversionException("\"" + text + "\" is no format of spout's; write rgba or bgra");
        };
    }
}
