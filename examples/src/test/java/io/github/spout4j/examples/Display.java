package io.github.spout4j.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.io.File;
import java.nio.file.Path;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.condition.OS;

/**
 * A screen of its own, white, without a window manager: an Xvfb on whatever display is free. Closing ends it. On Windows it is
 * the desktop, whatever its size.
 */
final class Display implements AutoCloseable {
    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts a screen of that size; without Xvfb the test is skipped. */
    static Display open(int width, int height) throws IOException {
        if (OS.WINDOWS.isCurrentOs()) {
            return new Display(null, null);
        }
        assumeTrue(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb"))),
                "there is no Xvfb to show a window on");
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24",
                "-wr",
                "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new Display(server, ":" + server.inputReader().readLine());
    }

    /** {@return the environment of programs that are to be seen there} */
    Map<String, String> environment() {
        return name == null ? Map.of() : Map.of("DISPLAY", name);
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            server.onExit().join();
        }
    }
}
