package io.github.spout4j.cli;

/** The spout command's beginning. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(SpoutCommand.run(arguments));
    }
}
