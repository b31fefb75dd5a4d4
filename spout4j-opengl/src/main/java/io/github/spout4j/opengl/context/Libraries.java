package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** Shared libraries of the system. They stay loaded: contexts that others made live in them. */
final class Libraries {
    private Libraries() {}

    /** The first that there is. */
    @SuppressWarnings("restricted")
    static Optional<SymbolLookup> load(String... names) {
        for (String name : names) {
            try {
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException _) {
                // not installed
            }
        }
        return Optional.empty();
    }
}
