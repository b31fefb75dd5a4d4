package io.github.spout4j.engine;

import io.github.spout4j.transport.PixelReader;

/** What came of looking for the way to a sender's pixels. */
public sealed interface ConnectResult {
    /** The way; to be closed by whoever asked for it. */
    record Connected(PixelReader reader) implements ConnectResult {}

    /** No such sender is there (any more). */
    record Absent() implements ConnectResult {}

    /**
     * The sender is there, but something about it keeps its frames away, perhaps for a moment.
     *
     * @param problem a whole sentence for people, with the sender's name
     */
    record Hindered(String problem) implements ConnectResult {}

    ConnectResult ABSENT = new Absent();
}
