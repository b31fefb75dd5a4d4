package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A pixel format by its {@link FormatName}. */
public final class FormatConverter implements ITypeConverter<PixelFormat> {
    @Override
    public PixelFormat convert(String text) {
        return FormatName.find(text).orElseThrow(() -> new TypeConversionException(
                "\"" + text + "\" is no format of spout's; write rgba, bgra or another of: " + FormatName.all()));
    }
}
