package io.github.spout4j.kernel;

import java.util.OptionalInt;

/**
 * Spout's settings of the current user: 32-bit numbers by name. On Windows
 * {@code HKEY_CURRENT_USER\Software\Leading Edge\Spout}, elsewhere a file. Thread-safe; always read afresh.
 */
public interface Settings {
    /** Where the settings live, for people. */
    String location();

    /** The value; empty where it is missing or unreadable. */
    OptionalInt get(String name);

    /** Writes the value for all programs of this user. */
    void set(String name, int value);

    /** Takes the value away for all programs of this user; nothing where it is missing. */
    void remove(String name);
}
