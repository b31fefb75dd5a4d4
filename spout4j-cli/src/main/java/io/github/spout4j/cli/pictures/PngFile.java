package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.CommandException;
import java.awt.image.BufferedImage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes PNG files that are there whole or not at all. */
public final class PngFile {
    private PngFile() {}

    /** @throws CommandException where it cannot be written */
    public static void write(BufferedImage image, Path file) {
        Path absolute = file.toAbsolutePath();
        Path half = absolute.resolveSibling(".spout-" + ProcessHandle.current().pid() + ".tmp");
        try {
            try (OutputStream bytes = new FileOutputStream(half.toFile());
                    ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                if (!ImageIO.write(image, "png", out)) {
                    throw new IOException("this Java cannot write PNG");
                }
            }
            move(half, absolute);
        } catch (IOException e) {
            throw CommandException.failed("\"" + file + "\" cannot be written: " + reason(e), e);
        } finally {
            delete(half);
        }
    }

    /** ImageIO's words hide what the system says. */
    private static String reason(IOException e) {
        return (e.getCause() instanceof IOException cause ? cause : e).getMessage();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException _) {
            // what went wrong before is told, and matters more
        }
    }
}
