package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.FrameSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    private static final int LIGHT = 0xFFE0E0E0;
    private static final int DARK = 0xFF202020;

    @TempDir
    private Path folder;

    /** As EXIF's table says where row 0 and column 0 of the stored picture are; stored is abc, def. */
    @ParameterizedTest
    @CsvSource({"0,abc def", "1,abc def", "2,cba fed", "3,fed cba", "4,def abc", "5,ad be cf", "6,da eb fc",
            "7,fc eb da",
            "8,cf be ad", "9,abc def"})
    void turnsPixelsExactlyAndKeepsTheirType(int number, String shown) {
        for (int type : new int[]{BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR}) {
            BufferedImage stored = new BufferedImage(3, 2, type);
            for (int i = 0; i < 6; i++) {
                stored.getRaster().setSample(i % 3, i / 3, 0, 'a' + i);
            }
            BufferedImage turned = Orientation.ofExif(number).turn(stored);
            StringBuilder rows = new StringBuilder();
            for (int y = 0; y < turned.getHeight(); y++) {
                rows.append(y == 0 ? "" : " ");
                for (int x = 0; x < turned.getWidth(); x++) {
                    rows.append((char) turned.getRaster().getSample(x, y, 0));
                }
            }
            assertThat(rows).hasToString(shown);
            assertThat(turned.getType()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void filesOfAllKindsAreTurned(int number) throws IOException {
        BufferedImage stored = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 16; i++) {
            stored.setRGB(i % 32, i / 32, i % 32 < 16 ? LIGHT : DARK);
        }
        int[] expected = Pictures.pixels(Orientation.ofExif(number).turn(stored));
        for (ByteOrder order : new ByteOrder[]{ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] exif = exif(number, order);
            byte[] png = Pictures.encode(stored, "png");
            assertShown(PngFiles.withChunk(png, "eXIf", exif), number, expected, 0);
            byte[] jpeg = Pictures.encode(stored, "jpg");
            assertShown(withSegment(jpeg, 0xE1, bytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif)), number,
                    expected, 3);
        }
    }

    @Test
    void webpIsTurnedToo() throws IOException {
        byte[] still = Pictures.resource("lossless.webp");
        int[] expected = Pictures.pixels(Orientation.LEFT_SIDE_DOWN.turn(Pictures.first(folder, still, Depth.EIGHT)));
        byte[] turned = WebpFiles.extended(0x18, 20, 12, WebpFiles.chunks(still),
                WebpFiles.chunk("EXIF", exif(6, ByteOrder.LITTLE_ENDIAN)));
        BufferedImage shown = Pictures.first(folder, turned, Depth.EIGHT);
        assertThat(Pictures.open(folder, turned, Depth.EIGHT).size()).isEqualTo(new FrameSize(12, 20));
        assertThat(Pictures.pixels(shown)).isEqualTo(expected);
    }

    @Test
    void nonsenseIsUpright() {
        byte[] exif = exif(6, ByteOrder.BIG_ENDIAN);
        assertThat(Exif.orientation(exif)).isEqualTo(Orientation.LEFT_SIDE_DOWN);
        for (int length = 0; length < exif.length; length++) {
            assertThat(Exif.orientation(Arrays.copyOf(exif, length))).isEqualTo(Orientation.UPRIGHT);
        }
        byte[] far = exif.clone();
        ByteBuffer.wrap(far).putInt(4, -1);
        assertThat(Exif.orientation(far)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Exif.orientation(exif(-1, ByteOrder.BIG_ENDIAN))).isEqualTo(Orientation.UPRIGHT);
    }

    private void assertShown(byte[] file, int number, int[] expected, int tolerance) throws IOException {
        FrameSize size = number < 5 ? new FrameSize(32, 16) : new FrameSize(16, 32);
        PictureFile opened = Pictures.open(folder, file, Depth.EIGHT);
        assertThat(opened.size()).isEqualTo(size);
        BufferedImage shown = opened.first().image();
        assertThat(new FrameSize(shown.getWidth(), shown.getHeight())).isEqualTo(size);
        int[] pixels = Pictures.pixels(shown);
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                assertThat((pixels[i] >>> shift & 0xFF) - (expected[i] >>> shift & 0xFF)).isBetween(-tolerance,
                        tolerance);
            }
        }
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12).order(order);
        tiff.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I')).put(tiff.get(0)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0100).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        return tiff.array();
    }

    /** After the two bytes with which a JPEG begins. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8),
                (byte) (data.length + 2)};
        return bytes(head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
