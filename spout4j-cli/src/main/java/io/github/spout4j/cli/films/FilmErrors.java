package io.github.spout4j.cli.films;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.media.FilmException;
import java.util.function.Supplier;

/** What the library of films refuses, as the command's own errors. */
final class FilmErrors {
    private FilmErrors() {}

    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (FilmException e) {
            throw e.badInput()
                    ? CommandException.badInput(e.getMessage(), e)
                    : CommandException.failed(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
