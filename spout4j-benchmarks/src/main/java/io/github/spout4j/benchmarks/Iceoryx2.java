package io.github.spout4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** iceoryx2's zero-copy publish-subscribe beside memory share: frames of which no pixel is written but a number. */
final class Iceoryx2 {
    static final List<String> SIZES = List.of("4x4", "1920x1080");

    private static final Path PROGRAM = Path.of("spout4j-benchmarks", "target", "iceoryx2", "release",
            "spout4j-iceoryx2");

    private Iceoryx2() {}

    /** Why there is none here; empty where there is. */
    static Optional<String> unavailable() {
        return Files.isExecutable(PROGRAM)
                ? Optional.empty()
                : Optional.of("its program is not there; ./bench builds it by cargo, on Linux and macOS");
    }

    /** In ns; each in processes of its own, one after the other. */
    record Beside(Ratio median, Ratio p99) {}

    static Beside measure(FrameWay way, String size, double seconds) throws IOException {
        List<String> arguments = List.of(way.argument(), size, Double.toString(seconds));
        String[] theirs = theirs(arguments).split(" ");
        String[] ours = ours(arguments).split(" ");
        return new Beside(ratio(theirs[0], ours[0]), ratio(theirs[1], ours[1]));
    }

    private static Ratio ratio(String theirs, String ours) {
        return new Ratio(Double.parseDouble(theirs), Double.parseDouble(ours));
    }

    private static String theirs(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the program with iceoryx2 failed: " + String.join(" ", command));
            }
            return line;
        }
    }

    private static String ours(List<String> arguments) throws IOException {
        try (ChildJava process = ChildJava.start(FrameTimes.class, arguments.toArray(String[]::new))) {
            return process.readLine();
        }
    }
}
