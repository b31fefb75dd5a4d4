package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A pixel format by its {@link FormatName}. Iterates over all names, for shells that complete them. */
public final class FormatConverter implements ITypeConverter<PixelFormat>, Iterable<String> {
    @Override
    public PixelFormat convert(String text) {
        return FormatName.find(text).orElseThrow(() -> new TypeConversionException(
                "\"" + text + "\" is no format of spout's; write rgba, bgra or another of: " + FormatName.all()));
    }

    @Override
    public Iterator<String> iterator() {
        return FormatName.words().iterator();
    }
}
