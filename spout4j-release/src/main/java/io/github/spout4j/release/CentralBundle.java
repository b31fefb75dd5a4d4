package io.github.spout4j.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Zips what Maven has deployed to a folder as Maven Central wants it: each file with its checksums. The same files make the same
 * bytes.
 */
public final class CentralBundle {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private CentralBundle() {}

    /**
     * Writes the bundle and checks it.
     *
     * @param arguments the folder, and the zip file to write
     * @throws IllegalStateException where it breaks a rule; the message names all
     */
    public static void main(String[] arguments) throws IOException {
        Path bundle = Path.of(arguments[1]);
        write(Path.of(arguments[0]), bundle);
        List<String> broken = CentralRules.broken(bundle);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Maven Central would refuse " + bundle + ": " + String.join("; ", broken));
        }
    }

    static void write(Path folder, Path bundle) throws IOException {
        Files.createDirectories(bundle.toAbsolutePath().getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            for (Path file : published(folder)) {
                byte[] bytes = Files.readAllBytes(file);
                String name = folder.relativize(file).toString().replace('\\', '/');
                add(zip, name, bytes);
                if (!name.endsWith(".asc")) {
                    for (Checksum checksum : Checksum.values()) {
                        add(zip, checksum.of(name), checksum.of(bytes).getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        }
    }

    /** The files themselves: neither Maven's own checksums and lists nor the tests, which only this project uses. */
    private static List<Path> published(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                String name = file.getFileName().toString();
                return !name.startsWith("maven-metadata") && !Checksum.isOne(name) && !name.contains("-tests.jar");
            }).sorted().toList();
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
