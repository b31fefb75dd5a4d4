package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;

/** Finds the sender that a receiver wants, and the way to its pixels. */
public interface Finder extends AutoCloseable {
    /** The sender asked for; empty for the active one. */
    Optional<String> wanted();

    /** What is wanted, for people. */
    String describe();

    /** The sender to receive from, alive or not; null where there is no active one. One thread at a time. */
    SenderName current();

    /** The sender as it is now. */
    Optional<SenderInfo> info();

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
