package io.github.spout4j.direct;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Tries to open Spout in a directory that is refused, mends it, and opens it, all in one process. */
final class RefusedProgram {
    private RefusedProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        System.setProperty("spout.directory", directory.toString());
        for (int i = 0; i < 2; i++) {
            try (Spout _ = Spout.open()) {
                System.out.println("opened too early");
            } catch (SpoutException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        try (Spout spout = Spout.open(); SpoutSender sender = spout.sender("Mended").size(16, 16).open()) {
            System.out.println("opened: " + spout.senders().find(sender.name()).orElseThrow().name());
        }
    }
}
