package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the demo tells its processes, on their standard input. When that ends, or the demo itself does, so do they: on
 * Windows the other process may hold this one's standard input open.
 */
final class ParentLines {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    ParentLines() {
        ProcessHandle.current().parent()
                .ifPresent(demo -> demo.onExit().thenRun(() -> System.exit(ExitCode.FAILED)));
        Thread.ofPlatform().daemon().name("lines from the demo").start(this::read);
    }

    /** The next line if there is one; else null. */
    String poll() {
        return lines.poll();
    }

    /** Waits for the next line. */
    String take() throws InterruptedException {
        return lines.take();
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // the same as its end
        }
        System.exit(ExitCode.FAILED);
    }
}
