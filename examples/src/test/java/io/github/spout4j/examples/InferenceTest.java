package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Both loops draw what a slow reckoning in whole numbers draws, each in a process of its own: every pixel, as floats are exact there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InferenceTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;
    private static final int[] BLUR = {1, 2, 1, 2, 4, 2, 1, 2, 1};

    @TempDir
    private Path directory;

    private BufferedImage picture;

    /** Slopes of all kinds, and noise on the right. */
    @BeforeEach
    void paint() throws IOException {
        picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, x < 40
                        ? (x * 6 & 0xFF) << 16 | (y * 9 & 0xFF) << 8 | x * y & 0xFF
                        : (x * 0x9E3779B1 + y * 0x85EBCA77) >>> 8);
            }
        }
        ImageIO.write(picture, "png", directory.resolve("picture.png").toFile());
    }

    @Test
    void onnxRuntime() throws Exception {
        try (JavaProcess _ = start(SendImage.class, directory.resolve("picture.png").toString()).expect("Sending");
                JavaProcess loop = whereItLoads(start(InferenceLoop.class, "picture.png", "drawn"), "Sending")) {
            expect(cartoon(), "drawn");
            loop.expect(" frames: receive ");
        }
    }

    @Test
    void aModelOfAFile() throws Exception {
        Path model = directory.resolve("cartoon.onnx");
        try (JavaProcess writer = start(CartoonModel.class, model.toString())) {
            writer.expectExit(0);
        }
        assertThat(model).hasBinaryContent(CartoonModel.bytes());
        try (JavaProcess _ = start(SendImage.class, directory.resolve("picture.png").toString()).expect("Sending");
                JavaProcess _ = whereItLoads(start(InferenceLoop.class, "picture.png", "drawn", model.toString()),
                        "Sending")) {
            expect(cartoon(), "drawn");
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        Path model = Files.writeString(directory.resolve("cartoon.onnx"), "no model");
        try (JavaProcess loop = whereItLoads(start(InferenceLoop.class, "picture.png", "drawn", model.toString()),
                "cartoon.onnx failed")) {
            loop.expectExit(2);
        }
    }

    @Test
    void plainFloats() throws Exception {
        try (JavaProcess _ = start(SendImage.class, directory.resolve("picture.png").toString()).expect("Sending");
                JavaProcess loop = start(FilterLoop.class).expect("on as \"picture.png poster\"")) {
            expect(poster(), "picture.png poster");
            loop.expect(" frames: receive ");
        }
    }

    private JavaProcess start(Class<?> example, String... arguments) throws IOException {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory, example.getName(), arguments);
    }

    private static JavaProcess whereItLoads(JavaProcess loop, String text) throws IOException {
        try {
            return loop.expect(text);
        } catch (AssertionError e) {
            loop.close();
            assumeFalse(OS.WINDOWS.isCurrentOs() && e.getMessage().contains("does not run here"), e.getMessage());
            throw e;
        }
    }

    private void expect(int[] expected, String sender) throws Exception {
        File file = directory.resolve("received.png").toFile();
        try (JavaProcess receiver = start(ReceiveToPng.class, file.getPath(), sender).expect("Saved frame")) {
            receiver.expectExit(0);
        }
        assertThat(Arrays.mismatch(pixels(ImageIO.read(file)), expected)).as("the first wrong pixel").isEqualTo(-1);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private int[] cartoon() {
        return drawn(colour -> convolved(convolved(colour, BLUR), BLUR));
    }

    /** Without blur, but 256 times as well. */
    private int[] poster() {
        return drawn(colour -> IntStream.of(colour).map(number -> number * 256).toArray());
    }

    /** Without fractions: smooth colours are 256 times as much, slopes 1024 times, light 16384 times. */
    private int[] drawn(UnaryOperator<int[]> smoothing) {
        int[][] smooth = IntStream.of(16, 8, 0)
                .mapToObj(shift -> IntStream.of(pixels(picture)).map(pixel -> pixel >> shift & 0xFF).toArray())
                .map(smoothing).toArray(int[][]::new);
        int[][] slopes = Stream.of(smooth).map(InferenceTest::slopes).toArray(int[][]::new);
        int[] light = each(i -> Math.clamp(2 * 16384 - IntStream.of(0, 1, 2).map(c -> slopes[c][i]).max().orElseThrow(),
                0, 16384));
        return each(i -> IntStream.of(0, 1, 2).map(colour -> smooth[colour][i])
                .map(number -> Math.min((number + 32 * 256) / (64 * 256) * light[i] / 256, 255))
                .reduce(0xFF, (pixel, colour) -> pixel << 8 | colour));
    }

    private static int[] slopes(int[] plane) {
        int[] across = convolved(plane, -1, 0, 1, -2, 0, 2, -1, 0, 1);
        int[] down = convolved(plane, -1, -2, -1, 0, 0, 0, 1, 2, 1);
        return each(i -> Math.abs(across[i]) + Math.abs(down[i]));
    }

    /** Each number with its eight neighbours, as often as is said; beyond the edges, the last number goes on. */
    private static int[] convolved(int[] plane, int... times) {
        return each(i -> IntStream.range(0, 9).map(k -> times[k]
                * plane[Math.clamp(i / WIDTH + k / 3 - 1, 0, HEIGHT - 1) * WIDTH
                        + Math.clamp(i % WIDTH + k % 3 - 1, 0, WIDTH - 1)])
                .sum());
    }

    private static int[] each(IntUnaryOperator pixel) {
        return IntStream.range(0, WIDTH * HEIGHT).map(pixel).toArray();
    }
}
