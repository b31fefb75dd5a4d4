package io.github.spout4j.opengl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.Main;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.GlProgram;
import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.UniqueName;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of OpenGL's and the command {@code spout}, each a process: every pixel, upright. */
class ProcessesTest {
    private static final int WIDTH = 333;
    private static final int HEIGHT = 77;
    private static final int SEED = 9;

    private final String name = UniqueName.of("gl");

    @TempDir
    private Path folder;

    @Test
    void whatAProgramDrewIsSavedByTheCommand() throws IOException {
        Path file = folder.resolve("out.png");
        try (ChildJvm program = ChildJvm.start(GlProgram.class, "send", name, "" + WIDTH, "" + HEIGHT, "" + SEED)) {
            program.expect("sent");
            try (ChildJvm receiver = ChildJvm.start(Main.class, "receive", name, "--out", file.toString())) {
                assertThat(receiver.exitCode()).isZero();
            }
            program.tell("end");
            assertThat(program.exitCode()).isZero();
        }
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        assertThat(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(drawn());
    }

    /** What the program draws, as Java has pictures: ARGB, the highest row first. */
    private static int[] drawn() {
        int[] expected = new int[WIDTH * HEIGHT];
        Random random = new Random(SEED);
        for (int y = 0; y < HEIGHT; y += Drawing.RECTANGLE) {
            for (int x = 0; x < WIDTH; x += Drawing.RECTANGLE) {
                int rgb = random.nextInt(256) << 16 | random.nextInt(256) << 8 | random.nextInt(256);
                int argb = random.nextInt(256) << 24 | rgb;
                for (int row = y; row < Math.min(y + Drawing.RECTANGLE, HEIGHT); row++) {
                    int start = (HEIGHT - 1 - row) * WIDTH;
                    Arrays.fill(expected, start + x, start + Math.min(x + Drawing.RECTANGLE, WIDTH), argb);
                }
            }
        }
        return expected;
    }

    @Test
    void aPictureThatTheCommandSendsIsInATexture() throws IOException {
        int[] pixels = new Random(SEED).ints(WIDTH * HEIGHT).toArray();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
        Path picture = folder.resolve("in.png");
        ImageIO.write(image, "png", picture.toFile());
        Path file = folder.resolve("received");
        try (ChildJvm sender = ChildJvm.start(Main.class, "send", picture.toString(), "--name", name)) {
            sender.expect("sending as");
            try (ChildJvm program = ChildJvm.start(GlProgram.class, "receive", name, file.toString())) {
                assertThat(program.expect("received")).isEqualTo(WIDTH + " " + HEIGHT);
                assertThat(program.exitCode()).isZero();
            }
        }
        int[] received = new int[WIDTH * HEIGHT];
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.BIG_ENDIAN).asIntBuffer().get(received);
        assertThat(Arrays.stream(received).map(rgba -> Integer.rotateRight(rgba, Byte.SIZE)).toArray())
                .isEqualTo(pixels);
    }
}
