package io.github.spout4j.cli.receive;

import io.github.spout4j.cli.pictures.Depth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Bits of each channel: 8 or 16. */
final class DepthConverter implements ITypeConverter<Depth> {
    @Override
    public Depth convert(String text) {
        return switch (text) {
            case "8" -> Depth.EIGHT;
            case "16" -> Depth.SIXTEEN;
            default -> throw new TypeConversionException("\"" + text + "\" is no depth of PNG files; write 8 or 16");
        };
    }
}
