package io.github.spout4j.cli;

import io.github.spout4j.SpoutException;
import java.nio.file.Path;

/** Which SpoutLibrary.dll a command uses. */
final class LibraryFile {
    private static final String PROPERTY = "spout.library";
    private static final String VARIABLE = "SPOUT_LIBRARY";

    private LibraryFile() {}

    /**
     * Finds it.
     *
     * @param named by the user; null where not
     * @throws SpoutException where there is none
     */
    static Path find(Path named) {
        if (named != null) {
            return named.toAbsolutePath();
        }
        String variable = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (variable.isBlank()) {
            throw new SpoutException("name the DLL by --library");
        }
        return Path.of(variable).toAbsolutePath();
    }
}
