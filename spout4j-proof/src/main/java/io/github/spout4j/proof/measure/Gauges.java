package io.github.spout4j.proof.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has of the system just now, as Linux tells in /proc.
 *
 * @param kilobytes   of memory that is not shared
 * @param descriptors files that are open
 * @param threads     of all kinds
 * @param mappings    pieces of memory, files among them
 */
public record Gauges(long kilobytes, int descriptors, int threads, int mappings) {
    private static final Path OWN = Path.of("/proc/self");

    /** Of this process. */
    public static Gauges now() throws IOException {
        List<String> status = Files.readAllLines(OWN.resolve("status"));
        try (Stream<Path> descriptors = Files.list(OWN.resolve("fd"));
                Stream<String> mappings = Files.lines(OWN.resolve("maps"))) {
            return new Gauges(number(status, "RssAnon:"), (int) descriptors.count(),
                    (int) number(status, "Threads:"), (int) mappings.count());
        }
    }

    private static long number(List<String> status, String field) {
        return status.stream().filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }
}
