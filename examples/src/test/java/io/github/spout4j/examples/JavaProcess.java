package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program run as its users run it: in a Java of its own, without a display. Closing kills it. */
final class JavaProcess implements AutoCloseable {
    /** In a mask of signals. */
    private static final long SIGINT = 1 << 2 - 1;

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
        return start(folder, directory, List.of(), Map.of(), program, arguments);
    }

    /** As {@link #start}, with further options for Java and variables of the environment. */
    static JavaProcess start(Path folder, Path directory, List<String> options, Map<String, String> environment,
            String program, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-cp", classPath(), "--enable-native-access=ALL-UNNAMED"));
        all.addAll(options);
        return startJava(folder, directory, all, environment, program, arguments);
    }

    /** Starts a source file with the library's modules, as the README says. */
    static JavaProcess startSource(Path directory, Path source) throws IOException {
        return startJava(directory, directory, List.of("--module-path", modulePath(), "--add-modules",
                "io.github.spout4j", "--enable-native-access=io.github.spout4j,io.github.spout4j.win32"), Map.of(),
                source.toString());
    }

    /** Starts a jshell with the library, which reads what is typed. */
    static JavaProcess startJshell(Path directory, Path jshell) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(jshell.toString(), "--class-path", modulePath(), "--no-startup"));
        Stream.concat(Stream.of("--enable-native-access=ALL-UNNAMED"), objects(directory)).map("-R"::concat)
                .forEach(command::add);
        return new JavaProcess(
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start());
    }

    private static JavaProcess startJava(Path folder, Path directory, List<String> options,
            Map<String, String> environment, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:-PrintWarnings", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
                "--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        objects(directory).forEach(command::add);
        command.addAll(options);
        command.add(program);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    private static Stream<String> objects(Path directory) {
        return Stream.of("-Dspout.directory=" + directory.resolve("objects"),
                "-Dspout.settings=" + directory.resolve("settings"));
    }

    static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    /** What of the class path is one of the library's modules. */
    static String modulePath() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(place -> Stream.of("io.github.spout4j", "io.github.spout4j.win32")
                        .anyMatch(module -> ModuleFinder.of(Path.of(place)).find(module).isPresent()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads on until a line has that text. */
    JavaProcess expect(String text) throws IOException {
        lineWith(text);
        return this;
    }

    /** Reads on until a line has that text. */
    String lineWith(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("it ended without saying \"" + text + "\", but this:\n" + String.join("\n", lines));
    }

    /** Reads what is left, and waits for the end. */
    List<String> rest() throws IOException {
        return output.readAllLines();
    }

    /** Fails where it has ended, with what it said. */
    void requireRunning() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("it ended, saying this:\n" + String.join("\n", rest()));
        }
    }

    /** Presses Enter. */
    void enter() throws IOException {
        type("");
    }

    /** Types a line. */
    void type(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    /** Asks it to end, as Ctrl-C does; where it cannot hear that, as under nohup, the test is skipped. */
    void interrupt() throws IOException, InterruptedException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.exists(status)) {
            String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                    .orElseThrow().substring("SigIgn:".length()).strip();
            assumeFalse((Long.parseUnsignedLong(ignored, 16) & SIGINT) != 0,
                    "SIGINT is ignored in this process and so in those it starts");
        }
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
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
