package io.github.spout4j.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A passphrase in a file that this user alone can read, as ffmpeg takes it for what it writes; removed as soon as it has. */
final class SecretFile implements AutoCloseable {
    private final Path file;

    private SecretFile(Path file) {
        this.file = file;
    }

    /** None where there is no secret. */
    static SecretFile of(Optional<String> secret) {
        if (secret.isEmpty()) {
            return new SecretFile(null);
        }
        try {
            Leftovers.remove();
            Path file = Files.createTempFile(Leftovers.SECRET, ".ffpreset");
            Files.writeString(file, "passphrase=" + secret.get() + "\n");
            return new SecretFile(file);
        } catch (IOException e) {
            throw FilmException.failed("the passphrase cannot be handed to ffmpeg by a file: " + e.getMessage(), e);
        }
    }

    Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // a temporary file, for this user's eyes alone
        }
    }
}
