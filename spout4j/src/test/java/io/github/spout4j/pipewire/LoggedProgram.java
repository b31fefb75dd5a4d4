package io.github.spout4j.pipewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program whose output, of both kinds, goes to a file. */
final class LoggedProgram {
    private final List<String> command;
    private final Process process;
    private final Path log;

    private LoggedProgram(List<String> command, Process process, Path log) {
        this.command = command;
        this.process = process;
        this.log = log;
    }

    /** Starts {@code command} by a launcher, which becomes that program. */
    static LoggedProgram start(List<String> launcher, List<String> command, Path log) {
        List<String> whole = new ArrayList<>(launcher);
        whole.addAll(command);
        try {
            Process process = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            process.getOutputStream().close();
            return new LoggedProgram(command, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end. */
    int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("did not end in " + patience + "\n" + describe());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends it as kill -9 does, and returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it said so far. */
    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command, how it is, and what it said, for people. */
    String describe() {
        return "--- " + String.join(" ", command) + " (" + (isAlive() ? "runs" : "ended with " + process.exitValue())
                + ")\n" + log().strip() + "\n";
    }

    /** Deletes what it said. */
    void remove() {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
