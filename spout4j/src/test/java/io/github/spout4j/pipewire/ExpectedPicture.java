package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.pipewire.GstFormat.Plane;
import io.github.spout4j.pixels.CameraFormat;
import io.github.spout4j.pixels.ColorMatrix;
import io.github.spout4j.pixels.ColorRange;
import io.github.spout4j.pixels.NaiveCamera;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * What our receivers make of a frame of GStreamer's, by the plain formula.
 *
 * @param bytes  without gaps
 * @param within how far each may be off
 */
record ExpectedPicture(PixelFormat format, byte[] bytes, int within) {
    private static final int CHANNELS = 4;

    static ExpectedPicture of(GstVideo video, byte[] frame, ColorMatrix matrix) {
        if (video.format() == GstFormat.JPEG) {
            return new ExpectedPicture(PixelFormat.BGRX8, decoded(frame), 0);
        }
        Optional<PixelFormat> same = video.format().pixels();
        return same.isPresent()
                ? new ExpectedPicture(same.get(), TakenFrames.rows(video, frame), 0)
                : converted(video, frame, matrix);
    }

    private static byte[] decoded(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            byte[] bytes = new byte[image.getWidth() * image.getHeight() * CHANNELS];
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (pixels[i / CHANNELS] >> i % CHANNELS * Byte.SIZE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExpectedPicture converted(GstVideo video, byte[] frame, ColorMatrix matrix) {
        CameraFormat format = camera(video.format());
        List<Plane> planes = video.format().planes(video.width(), video.height());
        MemorySegment[] memory = new MemorySegment[planes.size()];
        Arrays.fill(memory, MemorySegment.ofArray(frame));
        NaiveCamera naive = new NaiveCamera(format, memory, planes.stream().mapToLong(Plane::offset).toArray(),
                planes.stream().mapToLong(Plane::stride).toArray());
        byte[] bytes = new byte[video.width() * video.height() * CHANNELS];
        int i = 0;
        for (int y = 0; y < video.height(); y++) {
            for (int x = 0; x < video.width(); x++) {
                int[] rgba = naive.rgba(x, y, matrix, ColorRange.LIMITED);
                bytes[i++] = (byte) rgba[2];
                bytes[i++] = (byte) rgba[1];
                bytes[i++] = (byte) rgba[0];
                bytes[i++] = (byte) rgba[3];
            }
        }
        return new ExpectedPicture(format.target(), bytes, format.isYuv() ? 1 : 0);
    }

    private static CameraFormat camera(GstFormat format) {
        return switch (format) {
            case RGB -> CameraFormat.RGB24;
            case BGR -> CameraFormat.BGR24;
            case RGBx -> CameraFormat.RGBX;
            case xRGB -> CameraFormat.XRGB;
            case xBGR -> CameraFormat.XBGR;
            default -> CameraFormat.valueOf(format.name());
        };
    }

    /** What is different in a frame; empty where nothing is. */
    Optional<String> difference(SpoutFrame frame) {
        byte[] made = NumberedFrames.rows(frame);
        if (frame.format() != format || made.length != bytes.length) {
            return Optional.of("it is " + frame.width() + "x" + frame.height() + " of " + frame.format());
        }
        for (int i = 0; i < made.length; i++) {
            boolean told = format != PixelFormat.BGRX8 || i % CHANNELS != CHANNELS - 1;
            if (told && Math.abs((made[i] & 0xFF) - (bytes[i] & 0xFF)) > within) {
                return Optional.of("byte " + i + " is " + made[i] + " for " + bytes[i]);
            }
        }
        return Optional.empty();
    }

    /** Which of some pictures a frame is. */
    static int number(List<ExpectedPicture> pictures, SpoutFrame frame) {
        List<Optional<String>> differences = pictures.stream().map(each -> each.difference(frame)).toList();
        int number = differences.indexOf(Optional.<String>empty());
        if (number < 0) {
            throw new AssertionError("a frame that nobody sent: " + differences);
        }
        return number;
    }
}
