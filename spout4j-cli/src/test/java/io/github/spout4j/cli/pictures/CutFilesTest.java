package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.CommandException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that end too early or are damaged: bad input, wherever they end, unless all pixels are there. */
class CutFilesTest {
    private static final int STEP = 13;

    @TempDir
    private static Path folder;

    private static Stream<Map.Entry<String, byte[]>> files() throws IOException {
        BufferedImage rgb = Pictures.noise(24, 20, BufferedImage.TYPE_INT_RGB);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String format : List.of("png", "jpg", "bmp", "tiff")) {
            files.put(format, Pictures.encode(rgb, format));
        }
        files.put("progressive jpg", progressive(rgb));
        int[] numbers = new Random(1).ints(9 * 7 * 3, 0, 256).toArray();
        files.put("tiff that ends with its directory", TiffFiles.still(9, 7, 8, TiffFiles.RGB, numbers));
        files.put("gray gif", Pictures.encode(Pictures.noise(24, 20, BufferedImage.TYPE_BYTE_GRAY), "gif"));
        Path gif = folder.resolve("animated.gif");
        GifFiles.write(gif, 9, 7, List.of(new GifFiles.Patch(0, 0, 9, 7, 0xFFFF0000, "none", 10),
                new GifFiles.Patch(2, 3, 4, 4, 0xFF0000FF, "none", 10)));
        files.put("animated gif", Files.readAllBytes(gif));
        BufferedImage argb = Pictures.noise(9, 7, BufferedImage.TYPE_INT_ARGB);
        files.put("animated png", PngFiles.animation(9, 7, List.of(new PngFiles.Frame(argb, 0, 0, 1, 10, 0, 0),
                new PngFiles.Frame(argb, 0, 0, 1, 10, 0, 0))));
        for (String webp : List.of("lossless", "lossy", "alpha", "plain-alpha", "animated")) {
            files.put(webp + ".webp", Pictures.resource(webp + ".webp"));
        }
        return files.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areRefusedOrWhole(Map.Entry<String, byte[]> file) throws IOException {
        byte[] whole = file.getValue();
        List<int[]> expected = pixels(whole);
        int refused = 0;
        for (int length = whole.length - 1; length >= 0; length -= length > whole.length - 30 ? 1 : STEP) {
            byte[] cut = Arrays.copyOf(whole, length);
            List<int[]> pixels;
            try {
                pixels = pixels(cut);
            } catch (CommandException e) {
                assertThat(e.exitCode()).isEqualTo(2);
                assertThat(e.getMessage()).as("%d bytes", length).doesNotContain("null");
                refused++;
                continue;
            }
            assertThat(Arrays.deepEquals(pixels.toArray(), expected.toArray())).as("%d of %d bytes", length,
                    whole.length).isTrue();
        }
        assertThat(refused).isGreaterThan(whole.length / STEP / 2);
    }

    @Test
    void bytesThatAreTooManyAreNoHarm() throws IOException {
        byte[] jpeg = Pictures.encode(Pictures.noise(24, 20, BufferedImage.TYPE_INT_RGB), "jpg");
        List<int[]> expected = pixels(jpeg);
        byte[] zeros = OrientationTest.bytes(Arrays.copyOf(jpeg, 2), new byte[5],
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
        byte[] beforeTheEnd = OrientationTest.bytes(Arrays.copyOf(jpeg, jpeg.length - 2), new byte[]{1, 2, 3},
                Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));
        byte[] behind = Arrays.copyOf(jpeg, jpeg.length + 100);
        for (byte[] file : List.of(zeros, beforeTheEnd, behind)) {
            assertThat(Arrays.deepEquals(pixels(file).toArray(), expected.toArray())).isTrue();
        }
    }

    @Test
    void pixelsThatAreMissingInTheMiddleAreTold() throws IOException {
        byte[] jpeg = Pictures.encode(Pictures.noise(24, 20, BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] hole = OrientationTest.bytes(Arrays.copyOf(jpeg, jpeg.length - 200),
                Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));
        assertThat(Pictures.refusal(folder, hole)).contains("a part of its pixels is missing");
    }

    @Test
    void damageIsToldWithoutJavasWords() {
        byte[] unknownCodes = {(byte) 0x96, 0, 0, 0};
        assertThat(Pictures.refusal(folder, TiffFiles.file(9, 7, 8, TiffFiles.RGB, 3, TiffFiles.LZW, unknownCodes)))
                .contains("can make no sense of it; it may be damaged").doesNotContain("java.");
    }

    /** Jazzer found it: 846 bytes, and the reader took what is behind them for zeros for half a minute of processor time. */
    @Test
    void whatIsBehindTheEndIsNotReadForEver() throws IOException {
        assertThat(Pictures.refusal(folder, Pictures.resource("endless.webp"))).contains("it is cut off");
    }

    /** Jazzer found it: of a type of no bytes, every number of them is there, and four thousand million were looked at. */
    @Test
    void stripsOfAnUnknownTypeAreNotCounted() {
        byte[] tiff = TiffFiles.still(9, 7, 8, TiffFiles.RGB, new int[9 * 7 * 3]);
        ByteBuffer file = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(4);
        for (int entry : new int[]{5, 8}) { // where the strips are, and how long
            file.putShort(directory + 2 + entry * 12 + 2, (short) 200).putInt(directory + 2 + entry * 12 + 4, -1);
        }
        assertThat(Pictures.refusal(folder, tiff)).contains("cannot be read as a picture");
    }

    private static List<int[]> pixels(byte[] file) throws IOException {
        return Pictures.read(folder, file).stream().map(Pictures::pixels).toList();
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
