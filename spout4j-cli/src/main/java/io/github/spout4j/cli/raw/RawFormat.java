package io.github.spout4j.cli.raw;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.FormatConverter;
import io.github.spout4j.cli.FormatName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/**
 * Which format raw video is written in.
 *
 * @param fixed empty for that of the frames
 */
public record RawFormat(Optional<PixelFormat> fixed) {
    public static final RawFormat RGBA = new RawFormat(Optional.of(PixelFormat.RGBA8));

    private static final String OF_SENDER = "sender";

    /** Reads a {@link FormatName}, or "sender". */
    public static final class Converter implements ITypeConverter<RawFormat>, Iterable<String> {
        @Override
        public RawFormat convert(String text) {
            return new RawFormat(text.equalsIgnoreCase(OF_SENDER)
                    ? Optional.empty()
                    : Optional.of(new FormatConverter().convert(text)));
        }

        @Override
        public Iterator<String> iterator() {
            List<String> words = new ArrayList<>(List.of(OF_SENDER));
            new FormatConverter().forEach(words::add);
            return words.iterator();
        }
    }
}
