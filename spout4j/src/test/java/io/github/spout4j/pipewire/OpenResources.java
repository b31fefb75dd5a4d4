package io.github.spout4j.pipewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process has of the system.
 *
 * @param descriptors open files
 * @param threads     native ones, all
 * @param mappings    of memory
 */
record OpenResources(long descriptors, long threads, long mappings) {
    static OpenResources here() {
        System.gc(); // what is freed by it
        return of("self");
    }

    static OpenResources of(String pid) {
        Path process = Path.of("/proc", pid);
        try {
            return new OpenResources(count(Files.list(process.resolve("fd"))),
                    count(Files.list(process.resolve("task"))), count(Files.lines(process.resolve("maps"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Stream<?> all) {
        try (all) {
            return all.count();
        }
    }
}
