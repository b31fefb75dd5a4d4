package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program run as its users run it: in a Java of its own, without a display. Closing kills it. */
final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a class of the class path.
     *
     * @param folder    where it runs; not the other one, which Wine could not remove at once after a process has run there
     * @param directory where the shared objects are that it and its peers use
     */
    static JavaProcess start(Path folder, Path directory, String program, String... arguments) throws IOException {
        return start(folder, directory, List.of("-cp", classPath(), "--enable-native-access=ALL-UNNAMED"), program,
                arguments);
    }

    /** Starts a source file with the library's modules, as the README says. */
    static JavaProcess startSource(Path directory, Path source) throws IOException {
        return start(directory, directory, List.of("--module-path", modulePath(), "--add-modules", "io.github.spout4j",
                "--enable-native-access=io.github.spout4j,io.github.spout4j.win32"), source.toString());
    }

    private static JavaProcess start(Path folder, Path directory, List<String> options, String program,
            String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-XX:-PrintWarnings", "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-Dspout.directory=" + directory.resolve("objects"),
                "-Dspout.settings=" + directory.resolve("settings"), program));
        command.addAll(Arrays.asList(arguments));
        return new JavaProcess(
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
    }

    static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    /** What of the class path is one of the library's modules. */
    private static String modulePath() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(place -> Stream.of("io.github.spout4j", "io.github.spout4j.win32")
                        .anyMatch(module -> ModuleFinder.of(Path.of(place)).find(module).isPresent()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads on until a line has that text. */
    JavaProcess expect(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return this;
            }
        }
        throw new AssertionError("it ended without saying \"" + text + "\", but this:\n" + String.join("\n", lines));
    }

    /** Presses Enter. */
    void enter() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
    }

    /** Waits for the end. */
    void expectExit(int status) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended within 30 s").isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
