package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where SpoutLibrary.dll is looked for, in this order; the current directory is never one of the places by itself.
 *
 * @param property   the property {@value #PROPERTY}; null if not set
 * @param variable   the variable {@value #VARIABLE}; null if not set
 * @param appPath    the program's file, where it was made by jpackage; null if not
 * @param classPath  the class path or module path
 * @param searchPath PATH
 */
record DllSearch(String property, String variable, String appPath, String classPath, String searchPath) {
    static final String FILE = "SpoutLibrary.dll";
    static final String PROPERTY = "spout.library";
    static final String VARIABLE = "SPOUT_LIBRARY";

    static DllSearch ofThisProgram() {
        return new DllSearch(System.getProperty(PROPERTY), System.getenv(VARIABLE),
                System.getProperty("jpackage.app-path"),
                System.getProperty("java.class.path", "") + File.pathSeparator
                        + System.getProperty("jdk.module.path", ""),
                System.getenv().getOrDefault("PATH", ""));
    }

    /** @throws SpoutException where it is nowhere, or where it is said to be and is not */
    Path find() {
        if (property != null && !property.isBlank()) {
            return named(property, "the property " + PROPERTY);
        }
        if (variable != null && !variable.isBlank()) {
            return named(variable, "the variable " + VARIABLE);
        }
        Set<Path> beside = beside();
        Set<Path> path = path();
        List<Path> all = new ArrayList<>(beside);
        all.addAll(path);
        return all.stream().map(folder -> folder.resolve(FILE)).filter(Files::isRegularFile).findFirst()
                .orElseThrow(() -> new SpoutException(FILE + " was not found: neither the property " + PROPERTY
                        + " nor the variable " + VARIABLE + " is set, and it is not beside the program ("
                        + words(beside) + ") nor in a folder of PATH (" + path.size()
                        + " folders). It is part of the official Spout SDK binaries: see the releases of the "
                        + "repository Spout2 of leadedge; then set one of the two to its path"));
    }

    private static Path named(String text, String by) {
        Path file = path(text).map(Path::toAbsolutePath)
                .orElseThrow(() -> new SpoutException(by + " is no path: \"" + text + "\""));
        Path dll = Files.isDirectory(file) ? file.resolve(FILE) : file;
        if (!Files.isRegularFile(dll)) {
            throw new SpoutException("there is no file " + dll + ", where " + by + " says that " + FILE + " is");
        }
        return dll;
    }

    private static String words(Set<Path> folders) {
        return folders.isEmpty() ? "no folder" : String.join(", ", folders.stream().map(Path::toString).toList());
    }

    /** The folders of jars, and of a program of jpackage; folders of classes are no place where programs are installed. */
    private Set<Path> beside() {
        Set<Path> folders = new LinkedHashSet<>();
        Optional.ofNullable(appPath).flatMap(DllSearch::path).map(Path::toAbsolutePath).map(Path::getParent)
                .ifPresent(folders::add);
        Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> !entry.isBlank())
                .flatMap(entry -> path(entry).stream()).map(Path::toAbsolutePath).filter(Files::isRegularFile)
                .map(Path::getParent).forEach(folders::add);
        return folders;
    }

    /** Absolute folders; others would be found in the current directory. */
    private Set<Path> path() {
        Set<Path> folders = new LinkedHashSet<>();
        Arrays.stream(searchPath.split(File.pathSeparator)).filter(entry -> !entry.isBlank())
                .flatMap(entry -> path(entry).stream()).filter(Path::isAbsolute).forEach(folders::add);
        return folders;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
