package io.github.spout4j.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Another process with this one's Java and class path. It ends when its standard input does, if it keeps to the rules. */
public final class ChildJava implements AutoCloseable {
    private static final long END_SECONDS = 20;

    private final Process process;
    private final PrintWriter input;
    private final Thread reading;

    /**
     * Starts it.
     *
     * @param properties system properties
     * @param lines      given each line that it prints, on a thread of this child's
     */
    public ChildJava(Class<?> main, Map<String, String> properties, Consumer<String> lines, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xms48m", "-Xmx48m",
                "-XX:+AlwaysPreTouch", "-cp", System.getProperty("java.class.path")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        input = new PrintWriter(process.outputWriter(), true);
        reading = Thread.ofPlatform().daemon().name("output of " + process.pid()).start(() -> read(lines));
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException _) {
            // it was killed
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Tells it a line. */
    public void tell(String line) {
        input.println(line);
    }

    /** Kills it at once (-9), and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its exit code, once it has ended by itself; it is killed where it does not. */
    public int end() throws InterruptedException {
        input.close();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        reading.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
