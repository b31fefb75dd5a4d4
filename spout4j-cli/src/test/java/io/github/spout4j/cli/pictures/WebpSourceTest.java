package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are told of in their folder's README.md. */
class WebpSourceTest {
    private static final int FIRST_FRAME = 30 + 14;

    @TempDir
    private Path folder;

    @Test
    void losslessPicturesAreExact() throws IOException {
        assertThat(Pictures.pixels(Pictures.first(folder, Pictures.resource("lossless.webp"), Depth.EIGHT)))
                .isEqualTo(still());
    }

    @Test
    void lossyPicturesHaveTheirColoursAndAlpha() throws IOException {
        assertColours(Pictures.resource("lossy.webp"), (_, _) -> 255);
        assertColours(Pictures.resource("alpha.webp"), (x, _) -> x < 16 ? 255 : 128);
        assertColours(Pictures.resource("plain-alpha.webp"), WebpSourceTest::noise);
    }

    /** Blocks are foreseen from their neighbours, so that an error of a decoder grows from block to block. */
    @Test
    void lossyPicturesStaySmooth() throws IOException {
        BufferedImage image = Pictures.first(folder, Pictures.resource("gradient.webp"), Depth.EIGHT);
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                Color color = new Color(image.getRGB(x, y));
                assertThat(color.getRed()).isCloseTo(255 * x / 95, within(12));
                assertThat(color.getGreen()).isCloseTo(255 * y / 95, within(12));
                assertThat(color.getBlue()).isCloseTo(128, within(12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void alphaThatIsNotCompressedIsFiltered(int filter) throws IOException {
        BufferedImage image = Pictures.noise(9, 6, BufferedImage.TYPE_INT_RGB);
        int[][] alpha = new int[6][9];
        ByteBuffer chunk = ByteBuffer.allocate(1 + 9 * 6).put((byte) (filter << 2));
        Random random = new Random(1);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 9; x++) {
                alpha[y][x] = random.nextInt(256);
                chunk.put((byte) (alpha[y][x] - foreseen(filter, alpha, x, y)));
            }
        }
        BufferedImage result = WebpAlpha.apply(chunk, image);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 9; x++) {
                assertThat(result.getRGB(x, y)).isEqualTo(image.getRGB(x, y) & 0xFFFFFF | alpha[y][x] << 24);
            }
        }
    }

    @Test
    void animationsArePlayed() throws IOException {
        byte[] file = Pictures.resource("animated.webp");
        List<Picture> pictures = Pictures.read(folder, file);
        assertThat(pictures).extracting(Picture::fps).containsExactly(10.0, 4.0, 25.0);
        int[] expected = still();
        assertThat(Pictures.pixels(pictures.get(0))).isEqualTo(expected);
        draw(expected, 1);
        assertThat(Pictures.pixels(pictures.get(1))).isEqualTo(expected);
        draw(expected, 2);
        assertThat(Pictures.pixels(pictures.get(2))).isEqualTo(expected);
    }

    @Test
    void disposedFramesAreCleared() throws IOException {
        byte[] file = Pictures.resource("animated.webp");
        file[FIRST_FRAME + 8 + 15] |= 1;
        List<Picture> pictures = Pictures.read(folder, file);
        int[] expected = new int[20 * 12];
        draw(expected, 1);
        assertThat(Pictures.pixels(pictures.get(1))).isEqualTo(expected);
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        byte[] still = WebpFiles.chunks(Pictures.resource("lossless.webp"));
        byte[] animated = Pictures.resource("animated.webp");
        byte[] outside = animated.clone();
        outside[FIRST_FRAME + 8] = 1;
        assertRefused("reaches beyond", outside);
        byte[] smaller = animated.clone();
        smaller[FIRST_FRAME + 8 + 6] = 3;
        assertRefused("not of the size", smaller);
        byte[] large = animated.clone();
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putInt(FIRST_FRAME + 4, 1 << 30);
        assertRefused("cut off", large);
        assertRefused("no pictures", WebpFiles.extended(2, 20, 12, still));
        assertRefused("has no pixels", WebpFiles.extended(0, 20, 12));
        assertRefused("not of the size", WebpFiles.extended(0, 21, 12, still));
        assertRefused("too short", WebpFiles.file(WebpFiles.chunk("VP8X", new byte[4]), still));
        assertRefused("too short", WebpFiles.extended(2, 20, 12, WebpFiles.chunk("ANMF", new byte[15])));
    }

    private void assertRefused(String why, byte[] file) {
        assertThat(Pictures.refusal(folder, file)).contains(why);
    }

    private void assertColours(byte[] file, Alpha alpha) throws IOException {
        BufferedImage image = Pictures.first(folder, file, Depth.EIGHT);
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(16);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 32; x++) {
                int argb = image.getRGB(x, y);
                int expected = x < 16 ? 0xC81E1E : 0x1E3CDC;
                assertThat(argb >>> 24).isEqualTo(alpha.of(x, y));
                for (int shift = 0; shift < 24; shift += 8) {
                    assertThat((argb >> shift & 0xFF) - (expected >> shift & 0xFF)).isBetween(-6, 6);
                }
            }
        }
    }

    private static int noise(int x, int y) {
        return (7919 * x + 104729 * y) * (x + 3 * y + 1) % 251;
    }

    private static int[] still() {
        int[] pixels = new int[20 * 12];
        Arrays.setAll(pixels, i -> pixel(i % 20, i / 20));
        return pixels;
    }

    private static int pixel(int x, int y) {
        return 255 - x * y % 7 * 36 << 24 | x * 12 << 16 | y * 20 << 8 | x * y;
    }

    private static void draw(int[] pixels, int k) {
        for (int y = 0; y < 4; y++) {
            Arrays.fill(pixels, (2 * k + y) * 20 + 4 * k, (2 * k + y) * 20 + 4 * k + 6,
                    0xFF000000 | 80 * k << 16 | 255 - 80 * k << 8 | 9);
        }
    }

    private static int foreseen(int filter, int[][] alpha, int x, int y) {
        if (filter == 0 || x == 0 && y == 0) {
            return 0;
        }
        if (x == 0 || y == 0) {
            return x == 0 ? alpha[y - 1][0] : alpha[0][x - 1];
        }
        int gradient = alpha[y][x - 1] + alpha[y - 1][x] - alpha[y - 1][x - 1];
        return new int[]{0, alpha[y][x - 1], alpha[y - 1][x], Math.clamp(gradient, 0, 255)}[filter];
    }

    /** What alpha a pixel has. */
    private interface Alpha {
        int of(int x, int y);
    }
}
