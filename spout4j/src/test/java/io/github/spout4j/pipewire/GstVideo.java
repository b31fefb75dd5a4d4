package io.github.spout4j.pipewire;

import io.github.spout4j.pipewire.GstFormat.Plane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Frames of one kind.
 *
 * @param rate frames a second
 */
public record GstVideo(GstFormat format, int width, int height, int rate) {
    /** What caps say of them. */
    String caps() {
        return format.caps() + ",width=" + width + ",height=" + height;
    }

    /** How long a frame is, as GStreamer lays it out; not of JPEGs. */
    public int bytes() {
        Plane last = format.planes(width, height).getLast();
        return last.offset() + last.stride() * last.rows();
    }

    /** A frame whose samples are all random, other ones for each number, and whose padding is 0; a JPEG is of such pixels. */
    public byte[] frame(int number) {
        SplittableRandom random = new SplittableRandom(number * 31L + format.ordinal());
        if (format == GstFormat.JPEG) {
            return jpeg(random);
        }
        byte[] frame = new byte[bytes()];
        for (Plane plane : format.planes(width, height)) {
            byte[] row = new byte[plane.bytes()];
            for (int y = 0; y < plane.rows(); y++) {
                random.nextBytes(row);
                System.arraycopy(row, 0, frame, plane.offset() + y * plane.stride(), row.length);
            }
        }
        return frame;
    }

    /** The frames 0 to {@code count - 1}. */
    public List<byte[]> frames(int count) {
        return IntStream.range(0, count).mapToObj(this::frame).toList();
    }

    private byte[] jpeg(SplittableRandom random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
