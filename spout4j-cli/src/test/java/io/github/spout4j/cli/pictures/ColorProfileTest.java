package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColorProfileTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 8;
    private static final List<Icc> PROFILES = List.of(new Icc(Icc.P3, 2), new Icc(Icc.ADOBE, 563 / 256.0));

    @TempDir
    private Path folder;

    @Test
    void pngOfSixteenBitsIsConvertedWithAllOfThem() throws IOException {
        for (Icc profile : PROFILES) {
            int[] numbers = new Random(1).ints(WIDTH * HEIGHT * 4, 0, 65536).toArray();
            byte[] file = PngFiles.withChunk(PngFiles.still(WIDTH, HEIGHT, 16, PngFiles.RGBA, numbers), "iCCP",
                    Icc.chunk(profile.bytes()));
            BufferedImage image = Pictures.first(folder, file, Depth.SIXTEEN);
            int[] pixels = image.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
            for (int i = 0; i < numbers.length; i += 4) {
                double[] expected = profile.inSrgb(numbers[i] / 65535.0, numbers[i + 1] / 65535.0,
                        numbers[i + 2] / 65535.0);
                for (int c = 0; c < 3; c++) {
                    assertThat((double) pixels[i + c]).isBetween(expected[c] * 65535 - 257, expected[c] * 65535 + 257);
                }
                assertThat(pixels[i + 3]).isEqualTo(numbers[i + 3]);
            }
        }
    }

    @Test
    void pngOfEightBitsIsConverted() throws IOException {
        int[] numbers = new Random(2).ints(WIDTH * HEIGHT * 3, 0, 256).toArray();
        byte[] png = PngFiles.still(WIDTH, HEIGHT, 8, PngFiles.RGB, numbers);
        for (Icc profile : PROFILES) {
            byte[] file = PngFiles.withChunk(png, "iCCP", Icc.chunk(profile.bytes()));
            assertConverted(Pictures.first(folder, file, Depth.EIGHT), Pictures.first(folder, png, Depth.EIGHT),
                    profile, 1);
        }
    }

    @Test
    void jpegIsConverted() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, i % WIDTH < 8 ? 0x3080C0 : 0xC0A060);
        }
        byte[] jpeg = Pictures.encode(image, "jpg");
        for (Icc profile : PROFILES) {
            assertConverted(Pictures.first(folder, withProfile(jpeg, profile.bytes()), Depth.EIGHT),
                    Pictures.first(folder, jpeg, Depth.EIGHT), profile, 1);
        }
    }

    @Test
    void webpIsConverted() throws IOException {
        byte[] webp = Pictures.resource("lossless.webp");
        for (Icc profile : PROFILES) {
            byte[] file = WebpFiles.extended(0x30, 20, 12, WebpFiles.chunk("ICCP", profile.bytes()),
                    WebpFiles.chunks(webp));
            assertConverted(Pictures.first(folder, file, Depth.EIGHT), Pictures.first(folder, webp, Depth.EIGHT),
                    profile, 1);
        }
    }

    @Test
    void aProfileThatIsAlmostSrgbChangesNothing() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] png = PngFiles.still(WIDTH, HEIGHT, 16, PngFiles.RGB,
                new Random(3).ints(WIDTH * HEIGHT * 3, 0, 65536).toArray());
        byte[] file = PngFiles.withChunk(png, "iCCP", Icc.chunk(profile));
        assertThat(numbers(Pictures.first(folder, file, Depth.SIXTEEN)))
                .isEqualTo(numbers(Pictures.first(folder, png, Depth.SIXTEEN)));
    }

    @Test
    void aDamagedProfileIsToldOnceAndThePictureSentAsSrgb() throws IOException {
        byte[] profile = Arrays.copyOf(PROFILES.getFirst().bytes(), 200);
        BufferedImage noise = Pictures.noise(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        byte[] png = Pictures.encode(noise, "png");
        byte[] jpeg = Pictures.encode(noise, "jpg");
        byte[] webp = Pictures.resource("lossless.webp");
        assertTold(PngFiles.withChunk(png, "iCCP", Icc.chunk(profile)), png);
        assertTold(PngFiles.withChunk(png, "iCCP", new byte[]{'x', 0, 0, 1, 2, 3}), png);
        assertTold(PngFiles.withChunk(png, "iCCP", new byte[]{'x', 0, 0, 1}), png);
        assertTold(withProfile(jpeg, profile), jpeg);
        assertTold(WebpFiles.extended(0x30, 20, 12, WebpFiles.chunk("ICCP", profile), WebpFiles.chunks(webp)), webp);
    }

    private void assertTold(byte[] file, byte[] without) throws IOException {
        int[] expected = Pictures.pixels(Pictures.first(folder, without, Depth.EIGHT));
        PrintStream stderr = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            PictureFile opened = Pictures.open(folder, file, Depth.EIGHT);
            assertThat(Pictures.pixels(opened.first())).isEqualTo(expected);
            assertThat(Pictures.pixels(opened.first())).isEqualTo(expected);
        } finally {
            System.setErr(stderr);
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).hasSize(1).first().asString()
                .contains("its color profile is damaged; its colors are taken for sRGB");
    }

    private static void assertConverted(BufferedImage image, BufferedImage stored, Icc profile, int tolerance) {
        int[] pixels = Pictures.pixels(image);
        int[] before = Pictures.pixels(stored);
        assertThat(pixels).hasSameSizeAs(before);
        for (int i = 0; i < pixels.length; i++) {
            double[] expected = profile.inSrgb((before[i] >> 16 & 0xFF) / 255.0, (before[i] >> 8 & 0xFF) / 255.0,
                    (before[i] & 0xFF) / 255.0);
            for (int c = 0; c < 3; c++) {
                assertThat(pixels[i] >> 16 - 8 * c & 0xFF).as("%06x", before[i]).isBetween(
                        (int) Math.round(expected[c] * 255) - tolerance,
                        (int) Math.round(expected[c] * 255) + tolerance);
            }
            assertThat(pixels[i] >>> 24).isEqualTo(before[i] >>> 24);
        }
    }

    private static int[] numbers(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static byte[] withProfile(byte[] jpeg, byte[] profile) {
        return OrientationTest.withSegment(jpeg, 0xE2, OrientationTest
                .bytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), profile));
    }
}
