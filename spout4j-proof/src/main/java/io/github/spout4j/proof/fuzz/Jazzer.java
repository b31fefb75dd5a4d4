package io.github.spout4j.proof.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jazzer on one target, each time as a process of its own that works in an empty directory.
 *
 * @param target    whom it gives inputs
 * @param directory one of its own, which exists: there are its corpus, what it finds, and what it prints
 */
record Jazzer(Target target, Path directory) {
    /** s that a decoder may take for one input: the slowest takes some ms, and the machine may be busy. */
    static final int SLOWEST = 20;

    private static final String FOUND = "found-";
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    private static final int MOST_MEGABYTES = 3000;
    private static final long END_SECONDS = 120;

    Path corpus() throws IOException {
        return Files.createDirectories(directory.resolve("corpus"));
    }

    /** Inputs with which something went wrong. */
    Path finds() throws IOException {
        return Files.createDirectories(directory.resolve("finds"));
    }

    Path log() {
        return directory.resolve("log");
    }

    /** Gives the target what is in the corpus and what becomes of it, until the time is over or something goes wrong. */
    Fuzzing fuzz(long seconds) throws IOException, InterruptedException {
        int code = run(seconds, "-max_total_time=" + seconds, "-print_final_stats=1", corpus().toString());
        Fuzzing fuzzing = Fuzzing.of(Files.readString(log(), StandardCharsets.ISO_8859_1));
        return code == 0 || !fuzzing.wrong().isEmpty()
                ? fuzzing
                : new Fuzzing(fuzzing.inputs(), fuzzing.perSecond(), fuzzing.coverage(), fuzzing.kept(),
                        "Jazzer ended with " + code);
    }

    /** Copies of the corpus what is needed to go everywhere that it goes, and each input that once went wrong, {@code found-…}. */
    void merge(Path into) throws IOException, InterruptedException {
        Path merged = Files.createDirectories(directory.resolve("merged"));
        run(END_SECONDS, "-merge=1", merged.toString(), corpus().toString());
        Files.createDirectories(into);
        for (Path input : files(merged)) {
            Files.write(into.resolve(shortName(input)), Files.readAllBytes(input));
        }
        for (Path input : files(corpus())) {
            if (input.getFileName().toString().startsWith(FOUND)) {
                Files.write(into.resolve(input.getFileName()), Files.readAllBytes(input));
            }
        }
    }

    private static String shortName(Path input) {
        String name = input.getFileName().toString();
        return name.substring(0, Math.min(name.length(), 12));
    }

    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(long seconds, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory, "--enable-native-access=ALL-UNNAMED", "-cp",
                classPath(), MAIN, "--target_class=" + target.program().getName(),
                "--instrumentation_includes=io.github.spout4j.**", "--reproducer_path=" + directory,
                "-artifact_prefix=" + finds() + File.separator, "-max_len=" + target.mostBytes(), "-timeout=" + SLOWEST,
                "-rss_limit_mb=" + MOST_MEGABYTES));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Files.createDirectories(directory.resolve("empty")).toFile()).redirectErrorStream(true)
                .redirectOutput(log().toFile()).start();
        try {
            return process.waitFor(seconds + END_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
