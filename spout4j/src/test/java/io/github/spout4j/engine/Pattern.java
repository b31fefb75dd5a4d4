package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.pixels.NaivePixels;

/** Frames by number of which every byte is known, and differs from that of other frames and places. */
final class Pattern {
    private Pattern() {}

    /** {@code 0xAARRGGBB}, top row first. */
    static int[] argb(int number, int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int mixed = (i + 1) * 0x9E3779B9 ^ (number + 1) * 0x85EBCA6B;
            pixels[i] = mixed ^ mixed >>> 15;
        }
        return pixels;
    }

    static byte[] bytes(int number, int width, int height, PixelFormat format) {
        return bytes(argb(number, width, height), format);
    }

    static byte[] bytes(int[] argb, PixelFormat format) {
        if (format != PixelFormat.RGBA8 && format != PixelFormat.BGRA8) {
            return converted(MemorySegment.ofArray(argb), PixelFormat.BGRA8, format);
        }
        byte[] bytes = new byte[argb.length * 4];
        boolean rgba = format == PixelFormat.RGBA8;
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i];
            bytes[4 * i] = (byte) (rgba ? pixel >> 16 : pixel);
            bytes[4 * i + 1] = (byte) (pixel >> 8);
            bytes[4 * i + 2] = (byte) (rgba ? pixel : pixel >> 16);
            bytes[4 * i + 3] = (byte) (pixel >> 24);
        }
        return bytes;
    }

    /** Pixels without gaps in another format. */
    static byte[] converted(MemorySegment pixels, PixelFormat from, PixelFormat to) {
        int count = (int) pixels.byteSize() / from.bytesPerPixel();
        return NaivePixels.expected(pixels, PixelLayout.of(from), PixelLayout.of(to),
                (long) count * to.bytesPerPixel(), count, 1);
    }

    /** The rows in the opposite order. */
    static byte[] flipped(byte[] pixels, int width) {
        byte[] flipped = new byte[pixels.length];
        int row = width * 4;
        for (int at = 0; at < pixels.length; at += row) {
            System.arraycopy(pixels, at, flipped, pixels.length - row - at, row);
        }
        return flipped;
    }

    /** The rows {@code pitch} bytes apart, the gaps filled with {@code gap}. */
    static byte[] spread(byte[] pixels, int width, int pitch, byte gap) {
        int row = width * 4;
        int rows = pixels.length / row;
        byte[] spread = new byte[(rows - 1) * pitch + row];
        java.util.Arrays.fill(spread, gap);
        for (int y = 0; y < rows; y++) {
            System.arraycopy(pixels, y * row, spread, y * pitch, row);
        }
        return spread;
    }

    /** Fails where one byte of a frame differs; in whichever format the frame is. */
    static void requireSame(SpoutFrame frame, int number, int width, int height) {
        requireSame(frame, argb(number, width, height), width, height);
    }

    static void requireSame(SpoutFrame frame, int[] argb, int width, int height) {
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        long row = (long) width * frame.format().bytesPerPixel();
        long pitch = frame.rowPitch();
        MemorySegment pixels = frame.pixels();
        assertThat(pixels.byteSize()).isEqualTo(pitch * height);
        MemorySegment expected = MemorySegment.ofArray(bytes(argb, frame.format()));
        for (int y = 0; y < height; y++) {
            assertThat(MemorySegment.mismatch(pixels, y * pitch, y * pitch + row, expected, y * row, (y + 1) * row))
                    .as("first byte that differs in row " + y).isEqualTo(-1);
        }
    }

    static void requireSame(MemorySegment pixels, byte[] expected) {
        assertThat(pixels.mismatch(MemorySegment.ofArray(expected))).as("first byte that differs").isEqualTo(-1);
    }

    /**
     * Receives a frame and fails where it is not that of the pattern. Where nobody can tell that it is there, those before it may come first,
     * whole.
     *
     * @return its number
     */
    static long requireReceived(SpoutReceiver receiver, int number, int width, int height) {
        for (;;) {
            try (SpoutFrame frame = receiver.receive(EngineUnderTest.PATIENCE).orElseThrow()) {
                int earlier = EngineUnderTest.counts() ? number : earlier(frame, number);
                if (earlier == number) {
                    requireSame(frame, number, width, height);
                    return frame.number();
                }
                requireSame(frame, earlier, frame.width(), frame.height());
            }
        }
    }

    /** The pattern before a number that a frame begins with; that number where it begins with that, or with none. */
    private static int earlier(SpoutFrame frame, int number) {
        for (int earlier = 0; !beginsWith(frame, number) && earlier < number; earlier++) {
            if (beginsWith(frame, earlier)) {
                return earlier;
            }
        }
        return number;
    }

    private static boolean beginsWith(SpoutFrame frame, int number) {
        byte[] first = bytes(argb(number, 1, 1), frame.format());
        return MemorySegment.mismatch(frame.pixels(), 0, first.length, MemorySegment.ofArray(first), 0,
                first.length) == -1;
    }

    static long requireReceived(SpoutReceiver receiver, int[] argb, int width, int height) {
        try (SpoutFrame frame = receiver.receive(EngineUnderTest.PATIENCE).orElseThrow()) {
            requireSame(frame, argb, width, height);
            return frame.number();
        }
    }
}
