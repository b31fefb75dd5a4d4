package io.github.spout4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs command lines one after another in this process, and writes what each wrote into files. */
final class OutputProgram {
    private OutputProgram() {}

    /** @param arguments a file with a command line or nothing a line, and the folder for {@code N.out} and {@code N.err} */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            SpoutCommand.run(lines.get(i).split(" "));
            Files.write(Path.of(arguments[1], i + ".out"), out.toByteArray());
            Files.write(Path.of(arguments[1], i + ".err"), err.toByteArray());
        }
    }
}
