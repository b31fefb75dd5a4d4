package io.github.spout4j.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** What the build has made, and how people unpack it. */
final class Downloads {
    private Downloads() {}

    static Path zip() throws IOException {
        return atMostOne(Path.of("target"), "spout4j-.*\\.zip").getFirst();
    }

    /** With a Java; skips where it was not made. */
    static Path image() throws IOException {
        assumeTrue(OS.current() != OS.WINDOWS, "an image for Windows is made on Windows");
        List<Path> images = atMostOne(Path.of("target"), "spout4j-.*\\.tar\\.gz");
        assumeTrue(!images.isEmpty(), "an image is made by -Pruntime alone");
        return images.getFirst();
    }

    /** As a file system, in which {@link #root} is what it unpacks to. */
    static FileSystem open(Path zip) throws IOException {
        return FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
    }

    static Path root(FileSystem zip) throws IOException {
        try (Stream<Path> roots = Files.list(zip.getPath("/"))) {
            return roots.toList().getFirst();
        }
    }

    /** Returns the folder that was in it, within the one given. */
    static Path unpack(Path download, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (download.toString().endsWith(".zip")) {
            try (FileSystem zip = open(download)) {
                copy(root(zip), folder);
            }
        } else {
            assertThat(new ProcessBuilder("tar", "-xzf", download.toAbsolutePath().toString()).inheritIO()
                    .directory(folder.toFile()).start().waitFor()).isZero();
        }
        return atMostOne(folder, "spout4j-.*").getFirst();
    }

    private static void copy(Path root, Path folder) throws IOException {
        for (Path from : everythingIn(root)) {
            Path to = folder.resolve(root.getParent().relativize(from).toString());
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
                if (OS.current() != OS.WINDOWS) {
                    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
                }
            }
        }
    }

    static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> atMostOne(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
            assertThat(found).as("%s in %s", pattern, folder).hasSizeLessThanOrEqualTo(1);
            return found;
        }
    }
}
