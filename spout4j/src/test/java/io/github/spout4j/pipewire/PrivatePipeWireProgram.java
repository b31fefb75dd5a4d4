package io.github.spout4j.pipewire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a command, else a shell, beside a {@link PrivatePipeWire} that goes with it: PrivatePipeWireProgram [COMMAND...] */
final class PrivatePipeWireProgram {
    private PrivatePipeWireProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int code;
        try (PrivatePipeWire pipewire = PrivatePipeWire.start()) {
            System.err.println("-Dspout.pipewire=" + pipewire.socket());
            List<String> command = new ArrayList<>(pipewire.launcher());
            command.addAll(arguments.length == 0 ? List.of("sh") : List.of(arguments));
            code = new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        System.exit(code);
    }
}
