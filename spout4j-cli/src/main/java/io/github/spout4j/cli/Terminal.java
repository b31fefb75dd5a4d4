package io.github.spout4j.cli;

import java.io.Console;

/** Which of the standard streams a person sees. */
public final class Terminal {
    private Terminal() {}

    /** The launcher knows by the property {@code spout.stdout.terminal}; else Java's console answers. */
    public static boolean stdout() {
        return ask("spout.stdout.terminal");
    }

    /** The launcher knows by the property {@code spout.stderr.terminal}; else Java's console answers. */
    public static boolean stderr() {
        return ask("spout.stderr.terminal");
    }

    /** Whether a person can be asked: both standard input and output are a terminal. */
    public static boolean dialogue() {
        return isConsole();
    }

    private static boolean ask(String property) {
        String known = System.getProperty(property);
        if (known != null) {
            return Boolean.parseBoolean(known);
        }
        return isConsole();
    }

    private static boolean isConsole() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
