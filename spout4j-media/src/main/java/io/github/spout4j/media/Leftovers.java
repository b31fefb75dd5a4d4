package io.github.spout4j.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Temporary files of programs that were killed in the short time between making and removing them. */
final class Leftovers {
    /** What the names of files with a passphrase begin with. */
    static final String SECRET = "spout-srt-";
    /** What the names of folders with a pipe begin with. */
    static final String PIPE = "spout-film-";
    private static final Duration OLD = Duration.ofMinutes(1);

    private Leftovers() {}

    /** Removes those of this user that no program needs any more. */
    static void remove() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
                "{" + SECRET + "*.ffpreset," + PIPE + "*}")) {
            for (Path file : files) {
                removeOld(file);
            }
        } catch (IOException _) {
            // they do no harm to this film
        }
    }

    private static void removeOld(Path file) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(OLD))) {
                Files.deleteIfExists(file.resolve("pipe"));
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // another user's, or another program was faster
        }
    }
}
