package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.OptionalInt;

/** The registry, as the SDK reads and writes it. */
public sealed interface SpoutRegistry permits SpoutLibrary {
    /** The keys of this user. */
    long HKEY_CURRENT_USER = 0xFFFFFFFF80000001L;
    /** The keys of this computer. */
    long HKEY_LOCAL_MACHINE = 0xFFFFFFFF80000002L;

    /**
     * Reads a number.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @return the number; empty where there is none
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default OptionalInt readDwordFromRegistry(long hkey, String subkey, String valueName) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
            return bool(calls.call(Sdk.READ_DWORD_FROM_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE), value.address()))
                            ? OptionalInt.of(value.get(ValueLayout.JAVA_INT, 0))
                            : OptionalInt.empty();
        }
    }

    /**
     * Writes a number; makes the key where there is none.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @param value the number
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean writeDwordToRegistry(long hkey, String subkey, String valueName, int value) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.WRITE_DWORD_TO_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE), value));
        }
    }

    /**
     * Reads text.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @return the text; empty where there is none
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Optional<String> readPathFromRegistry(long hkey, String subkey, String valueName) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = calls.text().room(arena, "", CText.LINE);
            return bool(calls.call(Sdk.READ_PATH_FROM_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE), path.address()))
                            ? Optional.of(calls.text().written(path))
                            : Optional.empty();
        }
    }

    /**
     * Writes text; makes the key where there is none.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @param path at most 259 bytes
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean writePathToRegistry(long hkey, String subkey, String valueName, String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.WRITE_PATH_TO_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE), calls.text().in(arena, path, CText.PATH)));
        }
    }

    /**
     * Writes bytes.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @param data copied
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean writeBinaryToRegistry(long hkey, String subkey, String valueName, byte[] data) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(data.length + 1L).copyFrom(MemorySegment.ofArray(data));
            return bool(calls.call(Sdk.WRITE_BINARY_TO_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE), bytes.address(), data.length));
        }
    }

    /**
     * Deletes a value.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @param valueName the name of a value in it
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean removePathFromRegistry(long hkey, String subkey, String valueName) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.REMOVE_PATH_FROM_REGISTRY, hkey, calls.text().in(arena, subkey, CText.LINE),
                    calls.text().in(arena, valueName, CText.LINE)));
        }
    }

    /**
     * Deletes a key.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean removeSubKey(long hkey, String subkey) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.REMOVE_SUB_KEY, hkey, calls.text().in(arena, subkey, CText.LINE)));
        }
    }

    /**
     * Looks for a key.
     *
     * @param hkey a root key, such as {@link #HKEY_CURRENT_USER}
     * @param subkey the path of a key
     * @return whether there is one
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean findSubKey(long hkey, String subkey) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.FIND_SUB_KEY, hkey, calls.text().in(arena, subkey, CText.LINE)));
        }
    }
}
