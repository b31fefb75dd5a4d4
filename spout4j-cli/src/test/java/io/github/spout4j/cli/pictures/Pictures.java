package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.spout4j.cli.CommandException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests, and what comes of them when they are read. */
final class Pictures {
    private static final int BAD_INPUT = 2;

    private Pictures() {}

    static List<Picture> read(Path folder, byte[] file) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        open(folder, file, Depth.EIGHT).play(pictures::add);
        return pictures;
    }

    static BufferedImage first(Path folder, byte[] file, Depth depth) throws IOException {
        return open(folder, file, depth).first().image();
    }

    static PictureFile open(Path folder, byte[] file, Depth depth) throws IOException {
        return PictureFile.of(Files.write(folder.resolve("picture"), file).toString(), depth);
    }

    /** What is told of a file that is bad input. */
    static String refusal(Path folder, byte[] file) {
        CommandException refused = catchThrowableOfType(CommandException.class, () -> read(folder, file));
        assertThat(refused).as("it is read").isNotNull();
        assertThat(refused.exitCode()).isEqualTo(BAD_INPUT);
        assertThat(refused.getMessage().lines()).hasSize(1);
        return refused.getMessage();
    }

    static int[] pixels(Picture picture) {
        return pixels(picture.image());
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    static BufferedImage noise(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, new Random(width).ints((long) width * height).toArray(), 0, width);
        return image;
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).as(format).isTrue();
        return file.toByteArray();
    }

    static byte[] resource(String name) throws IOException {
        try (var in = Pictures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
