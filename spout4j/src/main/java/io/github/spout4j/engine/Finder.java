package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.PixelReader;
import java.util.Optional;

/** Finds the sender that a receiver wants, and the way to its pixels. */
public interface Finder {
    /** The sender asked for; empty for the active one. */
    Optional<String> wanted();

    /** What is wanted, for people. */
    String describe();

    /** The sender to receive from, alive or not; null where there is no active one. One thread at a time. */
    SenderName current();

    /** The sender as it is now. */
    Optional<SenderInfo> info();

    /**
     * The way to a sender's pixels; null where the sender is not there. One thread at a time.
     *
     * @throws SpoutException where its pixels cannot be had
     */
    PixelReader connect(SenderName name);
}
