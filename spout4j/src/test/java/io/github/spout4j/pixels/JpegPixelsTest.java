package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpegPixelsTest {
    private static final int WIDTH = 53;
    private static final int HEIGHT = 31;
    private static final int DHT = 0xC4;
    private static final int SOF0 = 0xC0;
    private static final int SOS = 0xDA;

    private final JpegPixels pixels = new JpegPixels();
    private final MemorySegment target = Arena.ofAuto().allocate(4L * WIDTH * HEIGHT).fill((byte) SENTINEL);

    @AfterEach
    void close() {
        pixels.close();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.CYAN));
        graphics.fillRect(0, 0, width, height);
        graphics.setPaint(Color.YELLOW);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", jpeg)).isTrue();
        return jpeg.toByteArray();
    }

    private boolean decode(byte[] jpeg) {
        return decode(jpeg, WIDTH, HEIGHT);
    }

    private boolean decode(byte[] jpeg, int width, int height) {
        MemorySegment source = MemorySegment.ofArray(new byte[jpeg.length + 7]).fill((byte) 0xFF);
        MemorySegment.copy(jpeg, 0, source, JAVA_BYTE, 7, jpeg.length);
        return pixels.decode(source, 7, jpeg.length, width, height, target, 4L * width);
    }

    private void assertPixelsAreAsImageIoReadsThem(byte[] jpeg) throws IOException {
        BufferedImage wanted = ImageIO.read(new ByteArrayInputStream(jpeg));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(target.get(PixelCopy.PIXEL, 4L * (y * WIDTH + x))).as("(%s, %s)", x, y)
                        .isEqualTo(wanted.getRGB(x, y));
            }
        }
    }

    private void assertRefused(byte[] jpeg, String reason) {
        assertThat(decode(jpeg)).isFalse();
        assertThat(pixels.reason()).contains(reason);
        assertThat(bytes(target)).containsOnly((byte) SENTINEL);
    }

    @Test
    void picturesAreAsImageIoReadsThem() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        for (int i = 0; i < 3; i++) {
            target.fill((byte) SENTINEL);
            assertThat(decode(jpeg)).as(pixels.reason()).isTrue();
            assertThat(pixels.reason()).isEmpty();
            assertPixelsAreAsImageIoReadsThem(jpeg);
        }
    }

    @Test
    void picturesWithoutHuffmanTablesGetTheUsualOnes() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        byte[] stripped = withoutTables(jpeg);
        assertThat(stripped).hasSizeLessThan(jpeg.length - 400);
        assertThat(decode(stripped)).as(pixels.reason()).isTrue();
        assertPixelsAreAsImageIoReadsThem(jpeg);
    }

    @Test
    void zerosBehindTheEndAreNothing() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        assertThat(decode(Arrays.copyOf(jpeg, jpeg.length + 1000))).as(pixels.reason()).isTrue();
        assertPixelsAreAsImageIoReadsThem(jpeg);
    }

    @Test
    void whateverIsCutOffIsRefused() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        for (int length = 0; length < jpeg.length; length++) {
            assertThat(decode(Arrays.copyOf(jpeg, length))).as("%s bytes", length).isFalse();
            assertThat(pixels.reason()).isNotBlank();
        }
        assertThat(bytes(target)).containsOnly((byte) SENTINEL);
        assertThat(decode(jpeg)).as(pixels.reason()).isTrue();
    }

    @Test
    void cutPixelsWithAnEndAreRefused() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 300);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        assertRefused(cut, "a part of its pixels is missing");
    }

    @Test
    void anotherSizeIsRefusedBeforeAnythingIsMadeOfIt() throws IOException {
        assertRefused(jpeg(WIDTH + 1, HEIGHT), "it has 54 × 31 pixels, not 53 × 31");
        byte[] bomb = jpeg(WIDTH, HEIGHT);
        int header = find(bomb, SOF0);
        Arrays.fill(bomb, header + 5, header + 9, (byte) 0xFF);
        assertRefused(bomb, "it has 65535 × 65535 pixels");
    }

    @Test
    void otherThingsAreRefused() throws IOException {
        assertRefused(new byte[0], "no JPEG");
        assertRefused("GIF89a of another time".getBytes(), "no JPEG");
        assertRefused(new byte[4 * WIDTH * HEIGHT * 100], "too many");
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        int header = find(jpeg, SOF0);
        byte[] progressive = jpeg.clone();
        progressive[header + 1] = (byte) 0xC2;
        assertRefused(progressive, "progressive");
        byte[] twelveBits = jpeg.clone();
        twelveBits[header + 4] = 12;
        assertRefused(twelveBits, "12 bits");
        byte[] scans = jpeg.clone();
        scans[find(jpeg, SOS) + 4] = 1;
        assertRefused(scans, "several scans");
        byte[] fourInks = jpeg.clone();
        fourInks[header + 9] = 4;
        assertRefused(fourInks, "4 components");
        assertRefused(inserted(jpeg, Arrays.copyOfRange(jpeg, header, header + 19), header), "two headers");
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        assertRefused(inserted(jpeg, adobe, header), "not Y, U and V");
    }

    @Test
    void placesOutsideOfTheMemoryAreRefused() {
        MemorySegment source = MemorySegment.ofArray(new byte[100]);
        for (long[] place : new long[][]{{-1, 10}, {0, -1}, {0, 101}, {91, 10}, {Long.MAX_VALUE, 10},
                {10, Long.MAX_VALUE}, {Long.MIN_VALUE, Long.MIN_VALUE}}) {
            assertThat(pixels.decode(source, place[0], place[1], WIDTH, HEIGHT, target, 4 * WIDTH)).isFalse();
            assertThat(pixels.reason()).contains("are not in memory of 100");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pixels.decode(source, 0, 10, WIDTH, HEIGHT + 1, target, 4 * WIDTH));
    }

    @Test
    void brokenOnesAreRefusedOrReadButNeverThrown() throws IOException {
        byte[] jpeg = jpeg(WIDTH, HEIGHT);
        byte[] stripped = withoutTables(jpeg);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] broken = (i % 2 == 0 ? jpeg : stripped).clone();
            int header = find(broken, SOS) + 16;
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                int most = random.nextBoolean() ? broken.length : header;
                broken[2 + random.nextInt(most - 2)] = (byte) random.nextInt();
            }
            refused += decode(broken) ? 0 : 1;
        }
        assertThat(refused).isBetween(300, 2990);
        assertThat(decode(jpeg)).as(pixels.reason()).isTrue();
        assertPixelsAreAsImageIoReadsThem(jpeg);
    }

    private static byte[] withoutTables(byte[] jpeg) {
        byte[] stripped = jpeg;
        int place = find(stripped, DHT);
        while (place >= 0) {
            int next = place + 2 + size(stripped, place);
            byte[] rest = Arrays.copyOfRange(stripped, next, stripped.length);
            stripped = inserted(Arrays.copyOf(stripped, place), rest, place);
            place = find(stripped, DHT);
        }
        return stripped;
    }

    private static byte[] inserted(byte[] into, byte[] bytes, int place) {
        byte[] all = Arrays.copyOf(into, into.length + bytes.length);
        System.arraycopy(into, place, all, place + bytes.length, into.length - place);
        System.arraycopy(bytes, 0, all, place, bytes.length);
        return all;
    }

    /** Where a segment begins, of those up to the scan; -1 for none. */
    private static int find(byte[] jpeg, int marker) {
        int place = 2;
        while (place + 4 < jpeg.length) {
            if ((jpeg[place + 1] & 0xFF) == marker) {
                return place;
            }
            if ((jpeg[place + 1] & 0xFF) == SOS) {
                return -1;
            }
            place += 2 + size(jpeg, place);
        }
        return -1;
    }

    private static int size(byte[] jpeg, int place) {
        return (jpeg[place + 2] & 0xFF) << 8 | jpeg[place + 3] & 0xFF;
    }
}
