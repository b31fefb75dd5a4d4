package io.github.spout4j.pipewire;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a Debian system is there. */
final class Installed {
    private static final List<Path> LIBRARIES = List.of(Path.of("/usr/lib"), Path.of("/lib"));

    private Installed() {}

    /**
     * Why something cannot run here.
     *
     * @param programs those it needs in PATH, each with its Debian package
     * @param plugins  those of GStreamer that it needs, each with its Debian package
     */
    static Optional<String> missing(Map<String, String> programs, Map<String, String> plugins) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("PipeWire is on Linux alone");
        }
        Map<String, String> gone = new TreeMap<>();
        programs.forEach((program, debian) -> {
            if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                gone.put(program, debian);
            }
        });
        plugins.forEach((plugin, debian) -> {
            if (!isPlugin(plugin)) {
                gone.put(plugin, debian);
            }
        });
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of("missing here: " + String.join(", ", gone.keySet()) + "; install the Debian packages "
                        + gone.values().stream().distinct().sorted().collect(Collectors.joining(" ")));
    }

    private static boolean isPlugin(String name) {
        return LIBRARIES.stream().filter(Files::isDirectory).anyMatch(folder -> {
            try (DirectoryStream<Path> architectures = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path architecture : architectures) {
                    if (Files.exists(architecture.resolve("gstreamer-1.0").resolve(name))) {
                        return true;
                    }
                }
                return Files.exists(folder.resolve("gstreamer-1.0").resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
