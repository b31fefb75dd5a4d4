package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;

/** Finds senders for a receiver, and the way to their pixels. */
public interface Finder extends AutoCloseable {
    /** The active sender. From any thread. */
    Optional<SenderName> active();

    /** A sender as it is now. From any thread. */
    Optional<SenderInfo> info(SenderName name);

    /**
     * Looks for the way to a sender's pixels. One thread at a time.
     *
     * @throws SpoutException where the sender is well, but this receiver cannot have its pixels as it wants them
     */
    ConnectResult connect(SenderName name);

    /** Ends what receiving needs beside the sender; whoever still receives finds it closed. Idempotent. */
    @Override
    void close();
}
