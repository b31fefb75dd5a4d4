package io.github.spout4j.proof.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The named objects in a directory of their own (docs/protocol.md: POSIX objects). */
public final class ObjectFiles {
    private static final String BEGIN = "object.";

    private ObjectFiles() {}

    /** Their files' names, sorted. */
    public static List<String> of(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(BEGIN)).sorted()
                    .toList();
        }
    }
}
