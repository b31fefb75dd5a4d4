package io.github.spout4j.cli;

import io.github.spout4j.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    static final class Converter extends WordConverter<TransportChoice> {
        Converter() {
            super("way for pixels", List.of(new TransportChoice(Optional.empty()),
                    new TransportChoice(Optional.of(Transport.TEXTURE)),
                    new TransportChoice(Optional.of(Transport.MEMORY))), TransportChoice::toString);
        }
    }
}
