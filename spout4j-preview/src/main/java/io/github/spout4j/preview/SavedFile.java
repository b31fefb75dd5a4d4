package io.github.spout4j.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A PNG file of its own for each picture, there whole or not at all; none that is there is overwritten. */
final class SavedFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    private static final int LONGEST = 80;

    private SavedFile() {}

    /**
     * Writes the image to a new file, called after its sender and the time.
     *
     * @return the file
     */
    static Path write(BufferedImage image, Path folder, String sender) throws IOException {
        Path half = Files.createTempFile(folder, ".spout-", ".tmp");
        try {
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(Files.newOutputStream(half))) {
                if (!ImageIO.write(image, "png", out)) {
                    throw new IOException("this Java cannot write PNG");
                }
            }
            return move(half, folder, plain(sender) + " " + LocalDateTime.now().format(TIME));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Path move(Path half, Path folder, String name) throws IOException {
        for (int number = 1;; number++) {
            Path file = folder.resolve(name + (number == 1 ? "" : " " + number) + ".png");
            try {
                return Files.move(half, file);
            } catch (FileAlreadyExistsException _) {
                // the next number is free
            }
        }
    }

    /** Without what a file's name cannot have on some system. */
    private static String plain(String sender) {
        String plain = sender.codePoints().map(c -> "<>:\"/\\|?*".indexOf(c) >= 0 || !Character.isDefined(c)
                || Character.isISOControl(c) ? '_' : c)
                .limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
        return plain.isEmpty() || plain.startsWith(".") ? "spout " + plain : plain;
    }
}
