package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.ChildJava;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Main;
import io.github.spout4j.cli.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;

/** The demo's sender once more, without an end, and {@code spout preview} that shows it: two processes. */
final class LiveDemo {
    /** Years of them. */
    static final long FRAMES = 999_999_999_999_999L;

    private LiveDemo() {}

    /** Whether somebody can be asked, and would see a window. */
    static boolean canBeOffered() {
        return Terminal.dialogue() && System.getenv("CI") == null && hasDisplay();
    }

    static boolean hasDisplay() {
        String system = System.getProperty("os.name");
        return system.startsWith("Windows") || system.startsWith("Mac") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** Asks for it; false where standard input ends. */
    static boolean isWanted() {
        System.out.print("Press Enter to see it live in a window, or Ctrl-C to end: ");
        System.out.flush();
        try {
            return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine() != null;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Shows it until the window is closed.
     *
     * @param sending the sender's arguments
     * @return the preview's exit code
     */
    static int show(String name, EngineChoice engine, List<String> sending) throws InterruptedException {
        try (DemoProcess sender = DemoProcess.start(Demo.SENDER, sending, _ -> {})) {
            for (int i = 0; i <= WarmUp.FRAMES; i++) {
                sender.tell("go");
            }
            List<String> command = ChildJava.command(Main.class);
            command.addAll(List.of("preview", name));
            command.addAll(engine.arguments());
            Process preview = new ProcessBuilder(command).inheritIO().start();
            try {
                return preview.waitFor() == 0 ? ExitCode.DONE : ExitCode.FAILED;
            } finally {
                preview.destroy();
            }
        } catch (IOException e) {
            throw CommandException.failed("the preview cannot be started: " + e.getMessage(), e);
        }
    }
}
