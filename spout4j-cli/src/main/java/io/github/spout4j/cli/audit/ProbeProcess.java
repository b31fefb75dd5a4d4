package io.github.spout4j.cli.audit;

import io.github.spout4j.cli.ChildJava;
import io.github.spout4j.cli.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that runs {@link ProbeProgram} once. */
final class ProbeProcess {
    private static final Pattern CRASH = Pattern.compile("#\\s+(?:Internal Error|(EXCEPTION_\\w+|SIG\\w+)) \\(.*");
    private static final Map<Integer, String> CODES = Map.of(0xC0000005, "access violation", 0xC0000409,
            "stack buffer overrun", 0xC0000374, "heap corruption", 0xC00000FD, "stack overflow", 0xC000001D,
            "illegal instruction", 0xE06D7363, "C++ exception");

    private ProbeProcess() {}

    /**
     * How it ended.
     *
     * @param lines    what it told
     * @param crash    what ended it, in words; empty where it ended by itself
     * @param exitCode of the process
     * @param timedOut whether it was ended for its silence
     */
    record End(List<List<String>> lines, String crash, int exitCode, boolean timedOut) {
        /** The last line that begins with a word; null where there is none. */
        List<String> line(String word) {
            return lines.stream().filter(line -> line.getFirst().equals(word)).reduce((first, last) -> last)
                    .orElse(null);
        }

        /** For the table. */
        String exit() {
            return timedOut
                    ? "-"
                    : exitCode >>> 16 == 0
                            ? Integer.toString(exitCode)
                            : "0x" + Integer.toHexString(exitCode).toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Runs it and waits for its end.
     *
     * @param folder where the JVM leaves what it writes when it crashes
     * @throws InterruptedException where this thread is interrupted; the process is ended then
     */
    static End run(Path dll, List<String> arguments, Duration timeout, Path folder) throws InterruptedException {
        List<String> command = new ArrayList<>(ChildJava.command(ProbeProgram.class, "-XX:TieredStopAtLevel=1",
                "-Xmx128m", "-XX:-PrintWarnings", "-XX:-CreateCoredumpOnCrash", "-Djava.awt.headless=true",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log")));
        command.add(dll.toString());
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw CommandException.failed("a second Java cannot be started: " + e.getMessage(), e);
        }
        List<String> output = new ArrayList<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> read(process, output));
        boolean timedOut;
        try {
            timedOut = !process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        int exitCode = process.waitFor();
        reader.join();
        return new End(output.stream().flatMap(line -> ProbeLines.read(line).stream()).toList(),
                timedOut ? "" : crash(output, exitCode), exitCode, timedOut);
    }

    private static void read(Process process, List<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException _) {
            // the process was ended
        }
    }

    private static String crash(List<String> output, int exitCode) {
        for (String line : output) {
            Matcher matcher = CRASH.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1) == null ? "internal error of Java" : matcher.group(1);
            }
        }
        return exitCode >>> 16 == 0
                ? ""
                : CODES.getOrDefault(exitCode, "exit code 0x" + Integer.toHexString(exitCode));
    }
}
