package io.github.spout4j.engine;

import io.github.spout4j.transport.PixelWriter;

/**
 * A sender that is in the directory, and the way of its pixels.
 *
 * @param name   in the directory
 * @param unlist takes it out of there; idempotent
 */
public record ListedSender(String name, Runnable unlist, PixelWriter writer) implements AutoCloseable {
    /** Both end: the name first. */
    @Override
    public void close() {
        try (writer) {
            unlist.run();
        }
    }
}
