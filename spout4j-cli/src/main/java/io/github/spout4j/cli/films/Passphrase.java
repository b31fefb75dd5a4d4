package io.github.spout4j.cli.films;

import io.github.spout4j.cli.CommandException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an srt stream is encrypted by: from a file, else from the environment, and so on no command line. */
final class Passphrase {
    private static final String VARIABLE = "SPOUT_PASSPHRASE";
    private static final String OPTION = "--passphrase-file";

    private Passphrase() {}

    /** @param file null for the environment's, which is for srt alone */
    static Optional<String> of(String file, String address) {
        boolean srt = address.toLowerCase(Locale.ROOT).startsWith("srt://");
        if (file == null) {
            return srt
                    ? Optional.ofNullable(System.getenv(VARIABLE)).filter(secret -> !secret.isEmpty())
                    : Optional.empty();
        }
        if (!srt) {
            throw CommandException.badInput(OPTION + " is for srt:// alone; leave it out");
        }
        return Optional.of(firstLine(file));
    }

    private static String firstLine(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElseThrow(() -> CommandException
                    .badInput(OPTION + ": \"" + file + "\" is empty; write the passphrase in its first line"));
        } catch (InvalidPathException e) {
            throw CommandException.badInput(OPTION + ": \"" + file + "\" can be no file's name: " + e.getReason(), e);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw CommandException.badInput(OPTION + ": \"" + file + "\" cannot be read"
                    + (e instanceof NoSuchFileException ? ": there is no such file" : why(e)), e);
        }
    }

    private static String why(Exception e) {
        return e.getCause() instanceof CharacterCodingException ? ": it is no text" : "; check its permissions";
    }
}
