package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** The sender directory. */
public sealed interface SpoutSenderNames permits SpoutLibrary {
    /**
     * What a sender publishes about its texture.
     *
     * @param width      pixels
     * @param height     pixels
     * @param handle     the share handle; 0 with memory share
     * @param dxgiFormat the DXGI_FORMAT number
     */
    record TextureInfo(int width, int height, long handle, int dxgiFormat) {}

    /**
     * The sender that a receiver of Spout 2.006 has.
     *
     * @param sender    its name
     * @param width     pixels
     * @param height    pixels
     * @param connected whether it is connected
     */
    record Connection(String sender, int width, int height, boolean connected) {
        private static Connection of(String sender, MemorySegment size, boolean connected) {
            return new Connection(sender, size.get(ValueLayout.JAVA_INT, 0),
                    size.get(ValueLayout.JAVA_INT, Integer.BYTES), connected);
        }
    }

    /** {@return how many senders there are} */
    default int getSenderCount() {
        return (int) Calls.of(this).call(Sdk.GET_SENDER_COUNT);
    }

    /**
     * The name of a sender.
     *
     * @param index from 0
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return its name; empty where there are not so many
     */
    default Optional<String> getSender(int index, int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_SENDER, index, name.address(), maxchars))
                    ? Optional.of(calls.text().written(name))
                    : Optional.empty();
        }
    }

    /**
     * Looks for a sender.
     *
     * @param sender its name, at most 255 bytes
     * @return whether it is there
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean findSenderName(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.FIND_SENDER_NAME, calls.text().in(arena, sender, CText.NAME)));
        }
    }

    /**
     * What a sender publishes about itself.
     *
     * @param sender its name, at most 255 bytes
     * @return its texture; empty where there is no such sender
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Optional<TextureInfo> getSenderInfo(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 4);
            long address = out.address();
            return bool(calls.call(Sdk.GET_SENDER_INFO, calls.text().in(arena, sender, CText.NAME), address,
                    address + 8, address + 16,
                    address + 24))
                            ? Optional.of(
                                    new TextureInfo(out.get(ValueLayout.JAVA_INT, 0), out.get(ValueLayout.JAVA_INT, 8),
                                            out.get(ValueLayout.JAVA_LONG, 16), out.get(ValueLayout.JAVA_INT, 24)))
                            : Optional.empty();
        }
    }

    /**
     * The active sender.
     *
     * @return its name; empty where there is none
     */
    default Optional<String> getActiveSender() {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, "", CText.NAME + 1);
            return bool(calls.call(Sdk.GET_ACTIVE_SENDER, name.address()))
                    ? Optional.of(calls.text().written(name))
                    : Optional.empty();
        }
    }

    /**
     * Makes a sender the active one.
     *
     * @param sender its name, at most 255 bytes
     * @return whether there is such a sender
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean setActiveSender(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.SET_ACTIVE_SENDER, calls.text().in(arena, sender, CText.NAME)));
        }
    }

    /** {@return how many senders the directory can hold} */
    default int getMaxSenders() {
        return (int) Calls.of(this).call(Sdk.GET_MAX_SENDERS);
    }

    /**
     * Sets how many senders a new directory can hold.
     *
     * @param senders at least 1
     */
    default void setMaxSenders(int senders) {
        Calls.of(this).call(Sdk.SET_MAX_SENDERS, senders);
    }

    /**
     * Opens a sender, as in Spout 2.006.
     *
     * @param sender its name, at most 255 bytes
     * @param width pixels
     * @param height pixels
     * @param dxgiFormat a DXGI_FORMAT number
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean createSender(String sender, int width, int height, int dxgiFormat) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.CREATE_SENDER, calls.text().in(arena, sender, CText.NAME), width, height,
                    dxgiFormat));
        }
    }

    /**
     * Changes the size of a sender, as in Spout 2.006.
     *
     * @param sender its name, at most 255 bytes
     * @param width pixels
     * @param height pixels
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean updateSender(String sender, int width, int height) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.UPDATE_SENDER, calls.text().in(arena, sender, CText.NAME), width, height));
        }
    }

    /**
     * Connects to a sender, as in Spout 2.006.
     *
     * @param sender its name, at most 255 bytes; empty for the active sender
     * @return the sender; empty where there is none
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Optional<Connection> createReceiver(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, sender, CText.NAME + 1);
            MemorySegment size = arena.allocate(ValueLayout.JAVA_INT, 2);
            return bool(calls.call(Sdk.CREATE_RECEIVER, name.address(), size.address(), size.address() + Integer.BYTES))
                    ? Optional.of(Connection.of(calls.text().written(name), size, true))
                    : Optional.empty();
        }
    }

    /**
     * Looks whether a sender has changed, as in Spout 2.006.
     *
     * @param sender its name, at most 255 bytes
     * @param width pixels, as last told
     * @param height pixels, as last told
     * @return the sender; empty where there is none
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Optional<Connection> checkReceiver(String sender, int width, int height) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, sender, CText.NAME + 1);
            MemorySegment size = arena.allocate(ValueLayout.JAVA_INT, 2);
            size.set(ValueLayout.JAVA_INT, 0, width);
            size.set(ValueLayout.JAVA_INT, Integer.BYTES, height);
            MemorySegment connected = arena.allocate(ValueLayout.JAVA_INT);
            return bool(calls.call(Sdk.CHECK_RECEIVER, name.address(), size.address(), size.address() + Integer.BYTES,
                    connected.address()))
                            ? Optional.of(Connection.of(calls.text().written(name), size,
                                    connected.get(ValueLayout.JAVA_BYTE, 0) != 0))
                            : Optional.empty();
        }
    }
}
