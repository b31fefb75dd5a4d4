package io.github.spout4j.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The spout command in a process of its own. Its standard output is read by lines or at once, as a test likes. */
public final class SpoutProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

    /** What each JVM says there that the command under test has started. */
    private static final String OF_WINE = "Attempt to get process group affinity failed";

    private final Process process;
    private final CompletableFuture<String> stderr;

    private SpoutProcess(Process process) {
        this.process = process;
        this.stderr = CompletableFuture.supplyAsync(() -> {
            StringWriter errors = new StringWriter();
            try (Reader reader = process.errorReader(StandardCharsets.UTF_8)) {
                reader.transferTo(errors); // readAllBytes asks a pipe for its length, which Wine refuses
                return errors.toString().lines().filter(line -> !line.contains(OF_WINE)).map(line -> line + "\n")
                        .collect(Collectors.joining());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, task -> Thread.ofPlatform().daemon().start(task));
    }

    public static SpoutProcess start(Path folder, List<String> arguments) {
        return start(folder, Map.of(), arguments);
    }

    /** @param properties for its Java, instead of those that this one has */
    public static SpoutProcess start(Path folder, Map<String, String> properties, List<String> arguments) {
        return start(folder, properties, Map.of(), arguments);
    }

    /**
     * Starts it.
     *
     * @param properties  for its Java, instead of those that this one has
     * @param environment variables beside those that this one has
     */
    public static SpoutProcess start(Path folder, Map<String, String> properties, Map<String, String> environment,
            List<String> arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(properties, arguments)).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new SpoutProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SpoutProcess start(Path folder, String... arguments) {
        return start(folder, List.of(arguments));
    }

    /** Runs it to its end. */
    public static Result run(Path folder, String... arguments) {
        return run(folder, Map.of(), arguments);
    }

    /** @param properties for its Java, instead of those that this one has */
    public static Result run(Path folder, Map<String, String> properties, String... arguments) {
        try (SpoutProcess process = start(folder, properties, List.of(arguments))) {
            process.stdin().close();
            return process.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> command(List<String> arguments) {
        return command(Map.of(), arguments);
    }

    private static List<String> command(Map<String, String> properties, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(javaCommand(), "-cp", classPath(),
                "--enable-native-access=ALL-UNNAMED", "-XX:-PrintWarnings", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith("spout.") && !properties.containsKey(name)) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.add(Main.class.getName());
        command.addAll(arguments);
        return command;
    }

    public static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    OutputStream stdin() {
        return process.getOutputStream();
    }

    public Process process() {
        return process;
    }

    /** Waits for a line of standard output that begins so. */
    public String expectLine(String beginning) {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("ended without a line \"" + beginning + "\"; errors: " + stderr.join());
    }

    /** All of its errors, when it has ended. */
    public String errors() {
        return stderr.join();
    }

    /** The rest of its standard output, its errors, and its exit code. */
    public Result end() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            process.getInputStream().transferTo(out);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + process.info());
            }
            return new Result(process.exitValue(), out.toByteArray(), stderr.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How it ended. */
    public record Result(int exitCode, byte[] bytes, String stderr) {
        public String stdout() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
