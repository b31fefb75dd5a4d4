package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Animated PNG, and what is damaged. */
class PngSourceTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    @TempDir
    private Path folder;

    @Test
    void patchesAreDrawnAndDisposedAsTheSpecificationSays() throws IOException {
        for (int disposal = 0; disposal < 3; disposal++) {
            for (int blend = 0; blend < 2; blend++) {
                List<PngFiles.Frame> frames = List.of(
                        new PngFiles.Frame(noise(WIDTH, HEIGHT), 0, 0, 1, 20, disposal, blend),
                        new PngFiles.Frame(noise(3, 2), 1, 2, 1, 20, disposal, blend),
                        new PngFiles.Frame(noise(4, 4), 3, 1, 1, 20, disposal, blend),
                        new PngFiles.Frame(noise(2, 5), 4, 0, 1, 20, 0, blend));
                List<Picture> pictures = Pictures.read(folder, PngFiles.animation(WIDTH, HEIGHT, frames));
                assertThat(pictures).hasSize(frames.size());
                List<int[]> expected = composed(frames);
                for (int i = 0; i < frames.size(); i++) {
                    assertThat(Pictures.pixels(pictures.get(i))).as("%d, disposal %d, blend %d", i, disposal, blend)
                            .isEqualTo(expected.get(i));
                }
            }
        }
    }

    @Test
    void delaysAreFractionsOfASecond() throws IOException {
        int[][] delays = {{1, 4}, {3, 0}, {0, 0}, {0, 7}, {1, 1000}, {65535, 65535}, {1, 50}};
        List<PngFiles.Frame> frames = new ArrayList<>();
        for (int[] delay : delays) {
            frames.add(new PngFiles.Frame(noise(WIDTH, HEIGHT), 0, 0, delay[0], delay[1], 0, 0));
        }
        assertThat(Pictures.read(folder, PngFiles.animation(WIDTH, HEIGHT, frames))).extracting(Picture::fps)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(4.0, 100 / 3.0, 10.0, 10.0, 10.0, 1.0, 50.0);
    }

    @Test
    void aPictureForThoseWhoDoNotPlayIsNoneOfThem() throws IOException {
        BufferedImage moving = noise(WIDTH, HEIGHT);
        byte[] file = OrientationTest.bytes(PngFiles.signature(), PngFiles.header(WIDTH, HEIGHT, 8, PngFiles.RGBA),
                PngFiles.control(1),
                PngFiles.chunk("IDAT", PngFiles.pixels(HEIGHT, 8, new int[4 * WIDTH * HEIGHT])),
                new PngFiles.Frame(moving, 0, 0, 1, 10, 0, 0).control(0),
                PngFiles.data(1, PngFiles.pixels(HEIGHT, 8, PngFiles.rgba(moving))),
                PngFiles.chunk("IEND", new byte[0]));
        List<Picture> pictures = Pictures.read(folder, file);
        assertThat(pictures).hasSize(1);
        assertThat(Pictures.pixels(pictures.getFirst())).isEqualTo(Pictures.pixels(moving));
        assertThat(pictures.getFirst().fps()).isZero();
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        PngFiles.Frame whole = new PngFiles.Frame(noise(WIDTH, HEIGHT), 0, 0, 1, 10, 0, 0);
        PngFiles.Frame part = new PngFiles.Frame(noise(3, 2), 1, 2, 1, 10, 0, 0);
        byte[] data = PngFiles.pixels(2, 8, PngFiles.rgba(part.image()));
        byte[] first = OrientationTest.bytes(whole.control(0),
                PngFiles.chunk("IDAT", PngFiles.pixels(HEIGHT, 8, PngFiles.rgba(whole.image()))));
        assertThat(Pictures.read(folder, file(2, first, part.control(1), PngFiles.data(2, data)))).hasSize(2);

        assertRefused("says 1000000000", file(1_000_000_000, first, part.control(1), PngFiles.data(2, data)));
        assertRefused("says 3", file(3, first, part.control(1), PngFiles.data(2, data)));
        assertRefused("says 1", file(1, first, part.control(1), PngFiles.data(2, data)));
        assertRefused("no pictures", file(0, first));
        assertRefused("no pictures", file(-1, first));
        assertRefused("out of order", file(2, first, part.control(2), PngFiles.data(1, data)));
        assertRefused("out of order", file(2, first, part.control(1), PngFiles.data(3, data)));
        assertRefused("out of order", file(2, PngFiles.data(0, data), first));
        assertRefused("whole pictures", file(2, first, part.control(1)));
        assertRefused("has no pixels", file(3, first, part.control(1), part.control(2), PngFiles.data(3, data)));
        for (PngFiles.Frame outside : List.of(new PngFiles.Frame(part.image(), 5, 2, 1, 10, 0, 0),
                new PngFiles.Frame(part.image(), 1, 4, 1, 10, 0, 0),
                new PngFiles.Frame(part.image(), -1, 0, 1, 10, 0, 0),
                new PngFiles.Frame(part.image(), Integer.MAX_VALUE, 0, 1, 10, 0, 0))) {
            assertRefused("reaches beyond", file(2, first, outside.control(1), PngFiles.data(2, data)));
        }
        assertRefused("in a way that PNG does not have", file(2, first,
                new PngFiles.Frame(part.image(), 1, 2, 1, 10, 3, 0).control(1), PngFiles.data(2, data)));
        assertRefused("smaller than the whole", file(1, part.control(0), PngFiles.chunk("IDAT", data)));
        assertRefused("damaged", file(2, first, part.control(1), PngFiles.data(2, new byte[20])));
        assertRefused("too short", file(2, first, part.control(1), PngFiles.chunk("fdAT", new byte[2])));
        assertRefused("not 26", file(2, first, PngFiles.chunk("fcTL", new byte[]{0, 0, 0, 1})));
        byte[] huge = file(2, first, part.control(1), PngFiles.data(2, data));
        ByteBuffer.wrap(huge).putInt(huge.length - 12 - 12 - 4 - data.length, Integer.MAX_VALUE);
        assertRefused("cut off", huge);
    }

    @Test
    void aHeaderThatMakesNoSenseIsTold() {
        assertRefused("its header makes no sense", OrientationTest.bytes(PngFiles.signature(),
                PngFiles.header(Integer.MIN_VALUE, 1, 8, PngFiles.RGBA), PngFiles.chunk("IDAT", new byte[20]),
                PngFiles.chunk("IEND", new byte[0])));
    }

    @Test
    void damageOfWhatShowsIsFoundByItsChecksum() throws IOException {
        byte[] png = PngFiles.still(WIDTH, HEIGHT, 8, PngFiles.RGB, new int[WIDTH * HEIGHT * 3]);
        for (String type : List.of("PLTE", "tRNS", "tEXt")) {
            png = PngFiles.withChunk(png, type, new byte[6]);
        }
        String text = new String(png, StandardCharsets.ISO_8859_1);
        for (String type : List.of("IHDR", "PLTE", "tRNS", "IDAT")) {
            assertRefused("its chunk " + type + " does not match its checksum", damaged(png, text.indexOf(type)));
        }
        assertThat(Pictures.read(folder, damaged(png, text.indexOf("tEXt")))).hasSize(1);
    }

    /** @param type where a chunk's type stands */
    private static byte[] damaged(byte[] png, int type) {
        byte[] damaged = png.clone();
        damaged[type + 4 + ByteBuffer.wrap(png).getInt(type - 4)]++;
        return damaged;
    }

    private void assertRefused(String why, byte[] file) {
        assertThat(Pictures.refusal(folder, file)).contains(why);
    }

    private static byte[] file(int frames, byte[]... chunks) {
        return OrientationTest.bytes(PngFiles.signature(), PngFiles.header(WIDTH, HEIGHT, 8, PngFiles.RGBA),
                PngFiles.control(frames), OrientationTest.bytes(chunks), PngFiles.chunk("IEND", new byte[0]));
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = Pictures.noise(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, 0, image.getRGB(x, 0) | 0xFF000000);
            image.setRGB(x, 1, image.getRGB(x, 1) & 0xFFFFFF);
        }
        return image;
    }

    /** Pixel by pixel, in floats. */
    private static List<int[]> composed(List<PngFiles.Frame> frames) {
        int[] canvas = new int[WIDTH * HEIGHT];
        List<int[]> shown = new ArrayList<>();
        for (PngFiles.Frame frame : frames) {
            int[] picture = canvas.clone();
            for (int y = 0; y < frame.image().getHeight(); y++) {
                for (int x = 0; x < frame.image().getWidth(); x++) {
                    int at = (y + frame.y()) * WIDTH + x + frame.x();
                    int pixel = frame.image().getRGB(x, y);
                    picture[at] = frame.blend() == 0 ? pixel : over(pixel, canvas[at]);
                }
            }
            shown.add(picture);
            canvas = frame.disposal() == 0 ? picture : frame.disposal() == 1 ? cleared(picture, frame) : canvas;
        }
        return shown;
    }

    private static int[] cleared(int[] picture, PngFiles.Frame frame) {
        int[] cleared = picture.clone();
        for (int i = 0; i < cleared.length; i++) {
            int x = i % WIDTH - frame.x();
            int y = i / WIDTH - frame.y();
            if (x >= 0 && y >= 0 && x < frame.image().getWidth() && y < frame.image().getHeight()) {
                cleared[i] = 0;
            }
        }
        return cleared;
    }

    private static int over(int front, int back) {
        double frontAlpha = (front >>> 24) / 255.0;
        double backAlpha = (back >>> 24) / 255.0 * (1 - frontAlpha);
        double alpha = frontAlpha + backAlpha;
        if (frontAlpha == 0 || alpha == 0) {
            return back;
        }
        int result = (int) Math.round(alpha * 255) << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            double mixed = ((front >> shift & 0xFF) * frontAlpha + (back >> shift & 0xFF) * backAlpha) / alpha;
            result |= (int) Math.round(mixed) << shift;
        }
        return result;
    }
}
