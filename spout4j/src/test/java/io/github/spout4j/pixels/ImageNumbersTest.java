package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are known without any code: gray, and more than 8 bits. */
class ImageNumbersTest {
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    private static final ColorSpace LINEAR = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    private static final int WIDE = 0x10000;

    private final ImagePixels images = new ImagePixels();

    /** Gray, and gray with alpha, as files have it: the samples are 0 and up, once round. */
    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "4,false", "8,false", "16,false", "8,true", "16,true"})
    void grayOfPngFilesIsWhatItSays(int bits, boolean alpha) throws IOException {
        int samples = 1 << Math.min(bits, 8);
        byte[] row = new byte[(samples * bits * (alpha ? 2 : 1) + 7) / 8];
        for (int i = 0; i < samples; i++) {
            switch (bits) {
                case 8 -> write(row, i, alpha, i);
                case 16 -> write(row, i, alpha, i, i);
                default -> row[i * bits / 8] |= (byte) (i << 8 - bits - i * bits % 8);
            }
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(samples, bits, alpha ? 4 : 0, row)));
        int[] expected = IntStream.range(0, samples)
                .map(i -> argb(alpha ? samples - 1 - i : 255, i * 255 / (samples - 1)))
                .toArray();
        assertThat(sent(image, PixelFormat.BGRA8)).isEqualTo(expected);
        assertThat(toImage(image, PixelFormat.RGBA16)).isEqualTo(expected);
        assertThat(toImage(image, PixelFormat.R16))
                .isEqualTo(Arrays.stream(expected).map(i -> i | 0xFF << 24).toArray());
    }

    /** A sample, and where there is alpha, that of the other end. */
    private static void write(byte[] row, int i, boolean alpha, int... bytes) {
        int at = i * bytes.length * (alpha ? 2 : 1);
        for (int value : bytes) {
            row[at++] = (byte) value;
        }
        for (int value : alpha ? bytes : new int[0]) {
            row[at++] = (byte) (255 - value);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"R8", "R16", "R16F", "R32F"})
    void grayComesBackFromOneChannel(PixelFormat format) {
        BufferedImage gray = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage wide = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 256; i++) {
            gray.getRaster().setSample(i, 0, 0, i);
            wide.getRaster().setSample(i, 0, 0, i * 257);
        }
        int[] expected = IntStream.range(0, 256).map(i -> argb(255, i)).toArray();
        assertThat(toImage(gray, format)).isEqualTo(expected);
        assertThat(toImage(wide, format)).isEqualTo(expected);
    }

    @Test
    void aColourImageIsItsRedInOneChannel() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x40112233);
        assertThat(toImage(image, PixelFormat.R8)).containsExactly(0xFF111111);
    }

    @Test
    void allNumbersOfSixteenBitsStay() {
        BufferedImage gray = new BufferedImage(256, 256, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < WIDE; i++) {
            gray.getRaster().setSample(i % 256, i / 256, 0, i);
        }
        assertThat(shorts(sentBytes(gray, PixelFormat.R16), 1, 0)).isEqualTo(wide(i -> i));
        BufferedImage image = wide(SRGB, false);
        byte[] sixteen = sentBytes(image, PixelFormat.RGBA16);
        assertThat(shorts(sixteen, 4, 0)).isEqualTo(wide(i -> i));
        assertThat(shorts(sixteen, 4, 1)).isEqualTo(wide(i -> 0xFFFF - i));
        assertThat(shorts(sixteen, 4, 2)).isEqualTo(wide(i -> i ^ 0x5555));
        assertThat(shorts(sixteen, 4, 3)).isEqualTo(wide(i -> i * 7 & 0xFFFF));
        assertThat(shorts(sentBytes(image, PixelFormat.RG16), 2, 1)).isEqualTo(wide(i -> 0xFFFF - i));
    }

    @Test
    void eightBitsOfSixteenAreTheNearest() {
        assertThat(sent(wide(SRGB, false), PixelFormat.BGRA8)).isEqualTo(wide(i -> nearest(i * 7 & 0xFFFF) << 24
                | nearest(i) << 16 | nearest(0xFFFF - i) << 8 | nearest(i ^ 0x5555)));
    }

    private static int nearest(int wide) {
        return (int) Math.round(wide * 255 / 65535.0);
    }

    @Test
    void premultipliedNumbersAreDividedByAlpha() {
        BufferedImage image = wide(SRGB, true);
        for (int i = 0; i < WIDE; i++) {
            image.getRaster().setPixel(i % 256, i / 256, new int[]{i / 3, i, 0, i});
        }
        byte[] sixteen = sentBytes(image, PixelFormat.RGBA16);
        assertThat(farthest(shorts(sixteen, 4, 0), i -> i == 0 ? 0 : i / 3 * 65535.0 / i)).isLessThan(0.503);
        assertThat(shorts(sixteen, 4, 1)).isEqualTo(wide(i -> i == 0 ? 0 : 0xFFFF));
        assertThat(shorts(sixteen, 4, 3)).isEqualTo(wide(i -> i));
    }

    @Test
    void floatsStayAsTheyAreAndAreClampedWhereTheyMustBe() {
        BufferedImage image = image(SRGB, true, DataBuffer.TYPE_FLOAT, 3, 1);
        float[] samples = {0.1f, 17.5f, -2, 0.7f, Float.NaN, Float.MIN_VALUE, 1, 0, Float.POSITIVE_INFINITY, 0.5f,
                0.25f, 1};
        image.getRaster().setPixels(0, 0, 3, 1, samples);
        assertThat(MemorySegment.ofArray(sentBytes(image, PixelFormat.RGBA32F)).toArray(JAVA_FLOAT_UNALIGNED))
                .isEqualTo(samples);
        assertThat(sent(image, PixelFormat.BGRA8)).containsExactly(0xB31AFF00, 0x000000FF, 0xFFFF8040);
    }

    /** ComponentColorModel itself fails on these. */
    @Test
    void intsOfThirtyTwoBitsHaveNoSign() {
        BufferedImage image = image(SRGB, false, DataBuffer.TYPE_INT, 1, 1);
        image.getRaster().setPixel(0, 0, new int[]{0, 0x80000000, 0xFFFFFFFF});
        assertThat(shorts(sentBytes(image, PixelFormat.RGBA16), 4, 0)).containsExactly(0);
        assertThat(shorts(sentBytes(image, PixelFormat.RGBA16), 4, 1)).containsExactly(0x8000);
        assertThat(shorts(sentBytes(image, PixelFormat.RGBA16), 4, 2)).containsExactly(0xFFFF);
    }

    /** The curve of sRGB, which Java's colour management meets by 7 of 65535 where it is dark. */
    @Test
    void linearColoursBecomeSrgbInSixteenBits() {
        BufferedImage image = wide(LINEAR, false);
        for (int i = 0; i < WIDE; i++) {
            image.getRaster().setPixel(i % 256, i / 256, new int[]{i, i, i, 0});
        }
        assertThat(farthest(shorts(sentBytes(image, PixelFormat.RGBA16), 4, 0), ImageNumbersTest::srgb)).isLessThan(7);
    }

    private static double srgb(int wide) {
        double linear = wide / 65535.0;
        return 65535 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
    }

    /** How far the number is that is farthest from what it should be. */
    private static double farthest(int[] numbers, IntToDoubleFunction expected) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> Math.abs(numbers[i] - expected.applyAsDouble(i)))
                .max().orElseThrow();
    }

    /** As a file brings it: equal to Java's sRGB, and not the same object. */
    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT})
    void theProfileOfSrgbChangesNothing(int dataType) {
        ColorSpace srgb = new ICC_ColorSpace(
                ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        assertThat(srgb.isCS_sRGB()).isFalse();
        BufferedImage image = image(srgb, false, dataType, 256, 1);
        int step = dataType == DataBuffer.TYPE_BYTE ? 1 : 257;
        for (int i = 0; i < 256; i++) {
            image.getRaster().setPixel(i, 0, new int[]{i * step, (255 - i) * step, (i ^ 0x55) * step});
        }
        assertThat(sent(image, PixelFormat.BGRA8)).isEqualTo(
                IntStream.range(0, 256).map(i -> 0xFF << 24 | i << 16 | 255 - i << 8 | i ^ 0x55).toArray());
    }

    /** Red is each number of 16 bits once, the other channels are too, in other orders. */
    private static BufferedImage wide(ColorSpace space, boolean premultiplied) {
        ColorModel model = ImageKinds.model(space, true, premultiplied, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(256, 256);
        for (int i = 0; i < WIDE; i++) {
            raster.setPixel(i % 256, i / 256, new int[]{i, 0xFFFF - i, i ^ 0x5555, i * 7 & 0xFFFF});
        }
        return new BufferedImage(model, raster, premultiplied, null);
    }

    private static int[] wide(IntUnaryOperator number) {
        return IntStream.range(0, WIDE).map(number).toArray();
    }

    private static BufferedImage image(ColorSpace space, boolean alpha, int dataType, int width, int height) {
        ColorModel model = ImageKinds.model(space, alpha, false, dataType);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    private static int argb(int alpha, int gray) {
        return alpha << 24 | gray << 16 | gray << 8 | gray;
    }

    private byte[] sentBytes(BufferedImage image, PixelFormat format) {
        PixelLayout layout = PixelLayout.of(format);
        MemorySegment target = MemorySegment
                .ofArray(new byte[(int) layout.bytesFor(image.getWidth(), image.getHeight())]);
        images.copy(image, target, layout);
        return target.toArray(JAVA_BYTE);
    }

    private int[] sent(BufferedImage image, PixelFormat format) {
        return MemorySegment.ofArray(sentBytes(image, format)).toArray(PixelCopy.PIXEL);
    }

    private int[] toImage(BufferedImage image, PixelFormat format) {
        BufferedImage back = images.toImage(MemorySegment.ofArray(sentBytes(image, format)), PixelLayout.of(format),
                image.getWidth(), image.getHeight());
        return back.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] shorts(byte[] pixels, int channels, int channel) {
        short[] all = MemorySegment.ofArray(pixels).toArray(PixelCopy.SHORT);
        return IntStream.range(0, all.length / channels).map(i -> all[channels * i + channel] & 0xFFFF).toArray();
    }

    private static byte[] png(int width, int bits, int colour, byte[] row) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(1);
        fields.write(new byte[]{(byte) bits, (byte) colour, 0, 0, 0});
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels)) {
            deflated.write(0);
            deflated.write(row);
        }
        chunk(file, "IHDR", header.toByteArray());
        chunk(file, "IDAT", pixels.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
