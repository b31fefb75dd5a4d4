package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.SenderName;
import java.util.List;

/**
 * An engine's own part of what one user has open: how each thing is opened. {@link OpenSpout} checks names, keeps what was opened,
 * and calls nothing here once Spout is closed. Thread-safe.
 */
public interface EngineSession extends AutoCloseable {
    /** The engine's name. */
    String engine();

    /** What becomes of memory that others take away. */
    default LostMemory lostMemory() {
        return LostMemory.NONE;
    }

    /** How names are written there. */
    NameEncoding names();

    /**
     * Opens a sender: it is in the directory.
     *
     * @throws SpoutException where it cannot be what the user asked for
     */
    ListedSender sender(SenderOptions options);

    /**
     * What finds a receiver's senders; to be closed by whoever asked for it.
     *
     * @param receiver for people
     * @throws SpoutException where no receiver can have what the user asked for
     */
    Finder finder(String receiver, ReceiverOptions options);

    SenderDirectory senders();

    List<Adapter> adapters();

    /** As {@link io.github.spout4j.Spout#createMemoryBuffer}; need not check what is written. */
    MemoryBuffer createMemoryBuffer(SenderName name, int capacity);

    /** As {@link io.github.spout4j.Spout#openMemoryBuffer}; need not check what is written. */
    MemoryBuffer openMemoryBuffer(SenderName name);

    FrameSync frameSync(SenderName name);

    Settings settings();

    List<Finding> diagnose();

    /** When all that was opened has closed. */
    @Override
    void close();
}
