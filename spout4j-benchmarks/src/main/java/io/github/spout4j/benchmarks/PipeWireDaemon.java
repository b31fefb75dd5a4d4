package io.github.spout4j.benchmarks;

import io.github.spout4j.Spout;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A daemon of PipeWire that no other program knows: that of the library's tests, in a process of its own. While it is open, the engine pipewire of
 * this process, and of those that it starts, finds it.
 */
final class PipeWireDaemon implements AutoCloseable {
    static final String ENGINE = "pipewire";

    private static final Path CLASSES = Path.of("spout4j", "target", "test-classes");
    private static final String MAIN = "io.github.spout4j.pipewire.PrivatePipeWireProgram";
    private static final List<String> PROGRAMS = List.of("dbus-daemon", "pipewire", "wireplumber", "pw-cli", "pw-dump");
    private static final String PROPERTY = "spout.pipewire";
    private static final String TOLD = "-D" + PROPERTY + "=";

    private final Process process;

    private PipeWireDaemon(Process process) {
        this.process = process;
    }

    /** Why there can be none here; empty where there can. */
    static Optional<String> unavailable() {
        Optional<String> reason = Spout.engines().stream().filter(engine -> engine.name().equals(ENGINE)).findFirst()
                .map(engine -> engine.unavailable()).orElse(Optional.of("there is no such engine"));
        if (reason.isPresent()) {
            return reason;
        }
        List<String> missing = PROGRAMS.stream().filter(program -> Stream.of(path())
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))).toList();
        if (!missing.isEmpty()) {
            return Optional.of("missing here: " + String.join(", ", missing));
        }
        return Files.exists(CLASSES.resolve(MAIN.replace('.', '/') + ".class"))
                ? Optional.empty()
                : Optional.of("the library's tests, which have a daemon, are not compiled; ./bench PipeWire does that");
    }

    private static String[] path() {
        return System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    }

    static PipeWireDaemon start() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                CLASSES + File.pathSeparator + System.getProperty("java.class.path"), MAIN, "cat").start();
        PipeWireDaemon daemon = new PipeWireDaemon(process);
        StringBuilder said = new StringBuilder();
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(TOLD)) {
                System.setProperty(PROPERTY, line.substring(TOLD.length()));
                return daemon;
            }
            said.append(line).append('\n');
        }
        daemon.close();
        throw new IOException("no daemon of PipeWire: " + said);
    }

    @Override
    public void close() throws IOException {
        System.clearProperty(PROPERTY);
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
