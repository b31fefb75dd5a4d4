package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.ChildJava;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A process of the demo's: this same command with other arguments, in a Java of its own. */
final class DemoProcess implements AutoCloseable {
    private final String role;
    private final Process process;

    private DemoProcess(String role, Process process) {
        this.role = role;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param lines gets what it prints, and at last {@code exit CODE}
     */
    static DemoProcess start(String role, List<String> arguments, Consumer<Line> lines) {
        List<String> command = ChildJava.command(Main.class);
        command.add(role);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            DemoProcess demoProcess = new DemoProcess(role, process);
            Thread.ofPlatform().daemon().name("lines from " + role).start(() -> demoProcess.read(lines));
            return demoProcess;
        } catch (IOException e) {
            throw CommandException.failed("a second Java cannot be started: " + e.getMessage(), e);
        }
    }

    /** Sends a line to its standard input. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException _) {
            // it ended, which its exit line tells
        }
    }

    /** Ends it if it has not ended by itself. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<Line> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(new Line(role, List.of(line.split(" "))));
            }
            lines.accept(new Line(role, List.of("exit", Integer.toString(process.waitFor()))));
        } catch (IOException | InterruptedException e) {
            lines.accept(new Line(role, List.of("exit", e.toString())));
        }
    }

    /** What a process printed, in words. */
    record Line(String role, List<String> words) {
        String what() {
            return words.getFirst();
        }

        long number(int index) {
            return Long.parseLong(words.get(index));
        }
    }
}
