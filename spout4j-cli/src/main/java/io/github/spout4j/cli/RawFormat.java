package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/**
 * Which format raw video is written in.
 *
 * @param fixed empty for that of the frames
 */
record RawFormat(Optional<PixelFormat> fixed) {
    private static final String OF_SENDER = "sender";

    /** Reads a {@link FormatName}, or "sender". */
    static final class Converter implements ITypeConverter<RawFormat> {
        @Override
        public RawFormat convert(String text) {
            return new RawFormat(text.equalsIgnoreCase(OF_SENDER)
                    ? Optional.empty()
                    : Optional.of(new FormatConverter().convert(text)));
        }
    }
}
