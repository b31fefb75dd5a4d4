package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Memory buffers that go with a sender. An object has one that it created. */
public sealed interface SpoutMemoryBuffers permits SpoutLibrary {
    /**
     * Writes to the buffer of a name.
     *
     * @param sender its name, at most 255 bytes
     * @param data copied
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean writeMemoryBuffer(String sender, byte[] data) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(data.length + 1L).copyFrom(MemorySegment.ofArray(data));
            return bool(calls.call(Sdk.WRITE_MEMORY_BUFFER, calls.text().in(arena, sender, CText.NAME), bytes.address(),
                    data.length));
        }
    }

    /**
     * Reads the buffer of a name.
     *
     * @param sender its name, at most 255 bytes
     * @param data filled, as far as there are bytes
     * @return how many bytes were read
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int readMemoryBuffer(String sender, byte[] data) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = calls.text().room(arena, "", Math.max(1, data.length));
            int length = (int) calls.call(Sdk.READ_MEMORY_BUFFER, calls.text().in(arena, sender, CText.NAME),
                    bytes.address(), data.length);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, data, 0, Math.clamp(length, 0, data.length));
            return length;
        }
    }

    /**
     * Creates the buffer of a name.
     *
     * @param sender its name, at most 255 bytes
     * @param length bytes
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean createMemoryBuffer(String sender, int length) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.CREATE_MEMORY_BUFFER, calls.text().in(arena, sender, CText.NAME), length));
        }
    }

    /**
     * Closes this object's buffer.
     *
     * @return whether that worked
     */
    default boolean deleteMemoryBuffer() {
        return bool(Calls.of(this).call(Sdk.DELETE_MEMORY_BUFFER));
    }

    /**
     * The size of the buffer of a name.
     *
     * @param sender its name, at most 255 bytes
     * @return bytes; 0 where there is none
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int getMemoryBufferSize(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.GET_MEMORY_BUFFER_SIZE, calls.text().in(arena, sender, CText.NAME));
        }
    }
}
