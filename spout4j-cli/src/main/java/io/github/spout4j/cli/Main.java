package io.github.spout4j.cli;

import java.util.Optional;

/** The spout command's beginning. */
public final class Main {
    private Main() {}

    public static void main(String[] given) {
        String[] arguments = Arguments.asWritten(Main.class, given);
        if (arguments.length == 0 || !SpoutCommand.opensWindow(arguments[0])) {
            System.setProperty("java.awt.headless", "true");
        }
        StandardOutput output = StandardOutput.install();
        int exitCode = SpoutCommand.run(arguments);
        Optional<String> failure = output.failure();
        failure.ifPresent(why -> System.err.println("spout: standard output cannot be written: " + why));
        System.exit(failure.isPresent() && exitCode == ExitCode.DONE ? ExitCode.FAILED : exitCode);
    }
}
