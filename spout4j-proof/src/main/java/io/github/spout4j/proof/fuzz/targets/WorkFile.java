package io.github.spout4j.proof.fuzz.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for decoders that read files, where this process has its temporary ones; gone with it if it ends in peace. */
final class WorkFile {
    private final Path path;

    WorkFile(String name) {
        try {
            Path directory = Files.createTempDirectory("spout4j-fuzz-");
            path = directory.resolve(name);
            directory.toFile().deleteOnExit();
            path.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Gives it these bytes and no others. */
    void write(byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
