import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;

/**
 * Adds a Java to an unpacked download, with as much of the JDK as its jars use, and what starts need again and again; then
 * packs it with this system's name. Arguments: the folder, and the time that its files shall have.
 */
void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path runtime = folder.resolve("runtime");
    delete(runtime);
    run("jlink", "--add-modules", modules(folder.resolve("lib")), "--strip-java-debug-attributes", "--no-header-files",
            "--no-man-pages", "--generate-cds-archive", "--output", runtime.toString());
    // Java takes the cache only with jars as old as they were when it was made.
    date(folder, FileTime.from(Instant.parse(arguments[1])));
    prepareStarts(folder, runtime);
    date(folder, FileTime.from(Instant.parse(arguments[1])));
    Path name = folder.getFileName();
    call(folder, Map.of(), "tar", "--numeric-owner", "-czf", folder.resolveSibling("..").resolve(name + "-" + system() + ".tar.gz").normalize()
            .toString(), "-C", folder.getParent().toString(), name.toString());
}

String modules(Path lib) throws IOException {
    List<String> options = new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps",
            "--print-module-deps"));
    try (var jars = Files.list(lib)) {
        jars.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().forEach(options::add);
    }
    return run("jdeps", options.toArray(String[]::new)).strip();
}

/** The cache is named from where the command runs, as the folder's path may have spaces, which divide options. */
void prepareStarts(Path folder, Path runtime) throws Exception {
    Path launcher = folder.resolve("bin", windows() ? "spout.cmd" : "spout").toAbsolutePath();
    call(runtime, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=start.aot"), launcher.toString(), "list");
}

String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    return (windows() ? "windows" : name.startsWith("mac") ? "macos" : name) + "-"
            + (List.of("amd64", "x86_64").contains(arch) ? "x64" : arch);
}

boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
}

String run(String tool, String... arguments) {
    StringWriter out = new StringWriter();
    int exit = ToolProvider.findFirst(tool).orElseThrow().run(new PrintWriter(out), new PrintWriter(out), arguments);
    if (exit != 0) {
        throw new IllegalStateException(tool + " " + Arrays.toString(arguments) + " failed: " + out);
    }
    return out.toString();
}

void call(Path folder, Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    if (exit != 0) {
        throw new IllegalStateException(Arrays.toString(command) + " ended with exit code " + exit);
    }
}

void date(Path folder, FileTime time) throws IOException {
    try (var files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
            Files.setLastModifiedTime(file, time);
        }
    }
}

void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
        return;
    }
    try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            file.toFile().setWritable(true);
            Files.delete(file);
        }
    }
}
