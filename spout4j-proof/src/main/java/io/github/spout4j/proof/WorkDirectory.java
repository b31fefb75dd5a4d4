package io.github.spout4j.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for a part's named objects, in memory where the system has that. */
record WorkDirectory(Path path) implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    static WorkDirectory make(String name) throws IOException {
        String prefix = "spout4j-prove-" + name + "-";
        return new WorkDirectory(Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, prefix)
                : Files.createTempDirectory(prefix));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
