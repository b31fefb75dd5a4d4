package io.github.spout4j.engine;

import io.github.spout4j.transport.PixelWriter;
import java.util.Optional;

/**
 * A sender that is in the directory, and the way of its pixels.
 *
 * @param name       in the directory
 * @param memoryName where its frames go by memory share beside a texture; empty where they do not
 * @param listing    its place there
 */
public record ListedSender(String name, Optional<String> memoryName, Listing listing,
        PixelWriter writer) implements AutoCloseable {
    /** What all programs are told of a sender beside its frames. */
    public interface Listing extends AutoCloseable {
        /** Tells programs that understand it whether the sender sends nothing for now. */
        void tellPaused(boolean paused);

        /** Takes the sender out of the directory. Idempotent. */
        @Override
        void close();
    }

    /** Both end: the name first. */
    @Override
    public void close() {
        try (writer) {
            listing.close();
        }
    }
}
