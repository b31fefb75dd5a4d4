package io.github.spout4j.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A second process that runs a main class of the tests. It talks by lines: what it prints is read with {@link #expect},
 * what {@link #tell} sends arrives on its standard input. Closing kills it.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String END = "\0end of output";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("output of child " + process.pid()).start(this::readLines);
    }

    /** Starts {@code main} with {@code arguments} on this JVM's own Java and class path. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return startBy(List.of(), main, arguments);
    }

    /**
     * As {@link #start}, by another program.
     *
     * @param launcher the program, which runs the command line that follows it
     */
    public static ChildJvm startBy(List<String> launcher, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", classPath(), "--enable-native-access=ALL-UNNAMED", "-XX:-PrintWarnings", "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        for (String property : System.getProperties().stringPropertyNames()) {
            if (property.startsWith("spout.")) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }

    /** Waits for a line that starts with {@code prefix} and returns the rest of it; other lines are passed over. */
    public String expect(String prefix) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (;;) {
                String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError((line == null ? "no line \"" : "ended without a line \"") + prefix
                            + "\" from the child; it said:\n" + String.join("\n", seen));
                }
                seen.add(line);
                if (line.startsWith(prefix)) {
                    return line.substring(prefix.length()).strip();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for \"" + prefix + "\"", e);
        }
    }

    /** Sends a line to the child's standard input. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the child said: " + seen, e);
        }
    }

    /** Waits for the child's end and returns its exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the child does not end; it said:\n" + String.join("\n", seen));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the child as kill -9 does (TerminateProcess on Windows) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
    }

    private void readLines() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // the process was killed: its output ends here
        } finally {
            lines.add(END);
        }
    }
}
