package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Red, green, blue and alpha of one byte each, in any order. */
final class QuadCodec extends RowCodec {
    private final boolean redFirst;
    private final boolean opaque;
    private final int[] quads = new int[MOST];
    private final int[] numbers = new int[MOST * CHANNELS];

    QuadCodec(PixelFormat format) {
        redFirst = redFirst(format);
        opaque = isOpaque(format);
    }

    static boolean is(PixelFormat format) {
        return switch (format) {
            case RGBA8, BGRA8, BGRX8, RGBA8_SRGB, BGRA8_SRGB -> true;
            default -> false;
        };
    }

    static boolean redFirst(PixelFormat format) {
        return format.shift(0) == 0;
    }

    static boolean isOpaque(PixelFormat format) {
        return format.channels() < CHANNELS;
    }

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        MemorySegment.copy(source, PixelCopy.PIXEL, from, quads, 0, pixels);
        if (opaque) {
            Swizzle.opaque(quads, pixels);
        }
        toFloats(quads, 0, redFirst, rgba, pixels);
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        fromFloats(rgba, quads, 0, pixels);
        if (!redFirst) {
            Swizzle.swap(quads, pixels);
        }
        if (opaque) {
            Swizzle.opaque(quads, pixels);
        }
        MemorySegment.copy(quads, 0, target, PixelCopy.PIXEL, to, pixels);
    }

    static void toFloats(int[] quads, int from, boolean redFirst, float[] rgba, int pixels) {
        int red = redFirst ? 0 : 16;
        int blue = 16 - red;
        for (int i = 0; i < pixels; i++) {
            int quad = quads[from + i];
            rgba[CHANNELS * i] = ByteCodec.UNORM[quad >>> red & 0xFF];
            rgba[CHANNELS * i + 1] = ByteCodec.UNORM[quad >>> 8 & 0xFF];
            rgba[CHANNELS * i + 2] = ByteCodec.UNORM[quad >>> blue & 0xFF];
            rgba[CHANNELS * i + 3] = ByteCodec.UNORM[quad >>> 24];
        }
    }

    /** Red first. */
    void fromFloats(float[] rgba, int[] target, int to, int pixels) {
        scale(rgba, numbers, pixels * CHANNELS);
        pack(numbers, target, to, pixels);
    }

    private static void scale(float[] rgba, int[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Encoding.unorm(rgba[i], 255);
        }
    }

    private static void pack(int[] numbers, int[] target, int to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            target[to + i] = numbers[CHANNELS * i] | numbers[CHANNELS * i + 1] << 8 | numbers[CHANNELS * i + 2] << 16
                    | numbers[CHANNELS * i + 3] << 24;
        }
    }
}
