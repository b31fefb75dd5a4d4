package io.github.spout4j.cli;

import io.github.spout4j.Transport;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which way pixels may go.
 *
 * @param only empty for whichever works
 */
record TransportChoice(Optional<Transport> only) {
    static final String AUTO = "auto";

    /** What {@link Converter} reads. */
    @Override
    public String toString() {
        return only.map(transport -> transport.name().toLowerCase(Locale.ROOT)).orElse(AUTO);
    }

    /** Reads auto, texture or memory. */
    static final class Converter implements ITypeConverter<TransportChoice> {
        @Override
        public TransportChoice convert(String text) {
            return new TransportChoice(switch (text.toLowerCase(Locale.ROOT)) {
                case AUTO -> Optional.empty();
                case "texture" -> Optional.of(Transport.TEXTURE);
                case "memory" -> Optional.of(Transport.MEMORY);
                default -> throw new TypeConversionException(
                        "\"" + text + "\" is no way for pixels; write auto, texture or memory");
            });
        }
    }
}
