package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of pictures: gray, 16 bits, inks, transparent grays. */
class PictureFileTest {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0,1", "2,3", "4,2", "6,4"})
    void sixteenBitsStayOrBecomeTheNearestOfEight(int kind, int channels) throws IOException {
        int[] numbers = new Random(kind).ints(WIDTH * HEIGHT * channels, 0, 65536).toArray();
        byte[] file = PngFiles.still(WIDTH, HEIGHT, 16, kind, numbers);
        BufferedImage deep = Pictures.first(folder, file, Depth.SIXTEEN);
        assertThat(deep.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null)).isEqualTo(numbers);
        assertThat(deep.getRaster().getTransferType()).isEqualTo(DataBuffer.TYPE_USHORT);
        BufferedImage image = Pictures.first(folder, file, Depth.EIGHT);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
        assertShown(image, channels, numbers, 257.0);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "2,3", "4,2", "6,4"})
    void eightBitsStay(int kind, int channels) throws IOException {
        int[] numbers = new Random(kind).ints(WIDTH * HEIGHT * channels, 0, 256).toArray();
        byte[] file = PngFiles.still(WIDTH, HEIGHT, 8, kind, numbers);
        for (Depth depth : Depth.values()) {
            BufferedImage image = Pictures.first(folder, file, depth);
            assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
            assertShown(image, channels, numbers, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,true", "2,false"})
    void fourInksWithoutAProfileTakeLight(int transform, boolean cmyk) throws IOException {
        int[] left = {200, 30, 60, 255};
        int[] right = {90, 250, 140, 180};
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
        for (int i = 0; i < 16 * 8; i++) {
            inks.setPixel(i % 16, i / 16, i % 16 < 8 ? left : right);
        }
        byte[] adobe = OrientationTest.bytes("Adobe".getBytes(StandardCharsets.ISO_8859_1),
                new byte[]{0, 100, 0, 0, 0, 0, (byte) transform});
        byte[] file = OrientationTest.withSegment(jpeg(inks), 0xEE, adobe);
        BufferedImage image = Pictures.first(folder, file, Depth.EIGHT);
        for (int i = 0; i < 16 * 8; i++) {
            int[] stored = i % 16 < 8 ? left : right;
            int[] light = cmyk ? stored : byDefinition(stored);
            for (int c = 0; c < 3; c++) {
                int expected = Math.round(light[c] * stored[3] / 255f);
                assertThat(image.getRGB(i % 16, i / 16) >> 16 - 8 * c & 0xFF).isBetween(expected - 2, expected + 2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8,EIGHT", "16,SIXTEEN"})
    void inksOfATiffTakeLightToo(int bits, Depth depth) throws IOException {
        int most = (1 << bits) - 1;
        int[] inks = new Random(bits).ints(WIDTH * HEIGHT * 4L, 0, most + 1).toArray();
        byte[] file = TiffFiles.still(WIDTH, HEIGHT, bits, TiffFiles.INKS, inks);
        BufferedImage image = Pictures.first(folder, file, depth);
        int[] light = image.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
        for (int i = 0; i < light.length; i++) {
            double left = (most - inks[i]) * (double) (most - inks[i / 4 * 4 + 3]) / most;
            assertThat((long) light[i]).isEqualTo(i % 4 == 3 ? most : Math.round(left));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void oneOfFewGraysIsTransparent(int bits) throws IOException {
        int grays = 1 << bits;
        byte[] png = PngFiles.still(8, 1, bits, PngFiles.GRAY, new Random(bits).ints(bits, 0, 256).toArray());
        int[] opaque = Pictures.pixels(Pictures.first(folder, png, Depth.EIGHT));
        for (int gray = 0; gray < grays; gray++) {
            byte[] file = PngFiles.withChunk(png, "tRNS", new byte[]{0, (byte) gray});
            int transparent = 0x010101 * (gray * 255 / (grays - 1));
            assertThat(Pictures.pixels(Pictures.first(folder, file, Depth.EIGHT))).isEqualTo(Arrays.stream(opaque)
                    .map(argb -> (argb & 0xFFFFFF) == transparent ? transparent : argb).toArray());
        }
    }

    @Test
    void formatsAreAsDeepAsTheirDeepestChannel() {
        for (PixelFormat format : PixelFormat.values()) {
            assertThat(Depth.of(format)).as(format.name()).isEqualTo(format.name().matches(".*(10|11|16|32).*")
                    ? Depth.SIXTEEN
                    : Depth.EIGHT);
        }
    }

    /** What inks brightness and two differences leave of the light. */
    private static int[] byDefinition(int[] stored) {
        double y = stored[0];
        double cb = stored[1] - 128;
        double cr = stored[2] - 128;
        double[] inks = {y + 1.402 * cr, y - 0.34414 * cb - 0.71414 * cr, y + 1.772 * cb};
        int[] light = new int[3];
        for (int c = 0; c < 3; c++) {
            light[c] = 255 - Math.clamp(Math.round(inks[c]), 0, 255);
        }
        return light;
    }

    private static void assertShown(BufferedImage image, int channels, int[] numbers, double step) {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int argb = image.getRGB(i % WIDTH, i / WIDTH);
            int colours = channels < 3 ? 1 : 3;
            for (int c = 0; c < 3; c++) {
                assertThat(argb >> 16 - 8 * c & 0xFF)
                        .isEqualTo((int) Math.round(numbers[i * channels + Math.min(c, colours - 1)] / step));
            }
            assertThat((long) (argb >>> 24))
                    .isEqualTo(channels > colours ? Math.round(numbers[i * channels + colours] / step) : 255);
        }
    }

    private static byte[] jpeg(Raster raster) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
