package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that come from outside, and so may be none. */
final class GivenPath {
    private GivenPath() {}

    /** The path that the user has set by a system property. */
    static Optional<Path> ofProperty(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(set -> !set.isBlank())
                .map(set -> of(set, "the property " + property));
    }

    /**
     * A path that Java or the environment tells.
     *
     * @param by for people: who tells it
     * @throws SpoutException where it is no path, as one with an umlaut is none where the locale is C
     */
    static Path of(String text, String by) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SpoutException(by + " names no path that Java can use here, \"" + text.replace('\0', '\u2400')
                    + "\": " + e.getReason() + "; with other letters than ASCII, set LC_ALL=C.UTF-8", e);
        }
    }
}
