package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.SpoutException;
import io.github.spout4j.library.PeImage;
import io.github.spout4j.library.SpoutLibrary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The SDK's DLLs that are found by programs here: whether they are for 64-bit programs. */
final class LibraryFiles {
    private static final String LIBRARY = "SpoutLibrary.dll";
    private static final String CLASSES = "Spout.dll";

    private LibraryFiles() {}

    /** That which the library engine would take, then those in PATH; nothing where there are none, which is no fault. */
    static List<Finding> findings() {
        Optional<Path> taken = taken();
        List<Finding> findings = new ArrayList<>();
        taken.ifPresent(file -> findings.add(ofTaken(file)));
        in(System.getenv().getOrDefault("PATH", "")).filter(file -> !taken.equals(Optional.of(file)))
                .map(LibraryFiles::ofOther).forEach(findings::add);
        return findings;
    }

    private static Optional<Path> taken() {
        try {
            return Optional.of(SpoutLibrary.find());
        } catch (SpoutException _) {
            return Optional.empty();
        }
    }

    /** @param searchPath folders, in the manner of PATH */
    static Stream<Path> in(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator)).flatMap(folder -> path(folder).stream())
                .filter(Path::isAbsolute).distinct()
                .flatMap(folder -> Stream.of(folder.resolve(LIBRARY), folder.resolve(CLASSES)))
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Finding ofTaken(Path file) {
        try {
            return usable(PeImage.read(file).requireGetSpout());
        } catch (SpoutException e) {
            return new Finding(LIBRARY, e.getMessage(), Level.WARNING,
                    "only the library engine needs it: take the one of the folder for x64 of the Spout SDK binaries");
        }
    }

    static Finding ofOther(Path file) {
        try {
            return usable(PeImage.read(file));
        } catch (SpoutException e) {
            return new Finding(file.getFileName().toString(), e.getMessage(), Level.WARNING,
                    "programs that find it in PATH and cannot use it have no Spout, or do not start: put one that they can "
                            + "use before it; spout4j does not need it");
        }
    }

    private static Finding usable(PeImage image) {
        return Finding.ok(image.file().getFileName().toString(),
                String.join(", ", Stream.concat(Stream.of(image.file().toString()), image.versions().stream()).toList())
                        + ", 64 bits");
    }
}
