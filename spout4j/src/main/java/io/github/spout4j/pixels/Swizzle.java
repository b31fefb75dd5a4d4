package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/**
 * RGBA8 to BGRA8 and back, and the like. Small loops that C2 turns into vector instructions, which on JDK 25 depends on their exact
 * shape: within one int array; or between an int array and a segment that is always native, since a heap segment seen
 * once makes the native loop several times slower. Between two arrays or two segments it does not happen.
 */
final class Swizzle {
    private static final int ALPHA = 0xFF000000;
    private static final long EVEN = 0x0000_FFFF_0000_FFFFL;
    private static final long ROUND = 0x0000_807F_0000_807FL;

    private Swizzle() {}

    /** The first and the third byte of each pixel change places. */
    static void swap(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = swap(pixels[i]);
        }
    }

    /** Every alpha becomes 255. */
    static void opaque(int[] pixels, int count) {
        opaque(pixels, 0, count);
    }

    static void opaque(int[] pixels, int from, int count) {
        for (int i = from; i < from + count; i++) {
            pixels[i] |= ALPHA;
        }
    }

    /** RGB10A2 becomes RGBA8: each channel times 255 / 1023 (alpha: 85), rounded. */
    static void tenBitsToBytes(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = pixels[i];
            pixels[i] = eightBits(pixel & 0x3FF) | eightBits(pixel >>> 10 & 0x3FF) << 8
                    | eightBits(pixel >>> 20 & 0x3FF) << 16 | (pixel >>> 30) * 0x55000000;
        }
    }

    /** Exact for all 1024 of them. */
    private static int eightBits(int tenBits) {
        return tenBits * 1021 + 2048 >>> 12;
    }

    /** {@code 0xAARRGGBB} becomes opaque gray, as light as its red. */
    static void redToGray(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = ALPHA | (pixels[i] >>> 16 & 0xFF) * 0x010101;
        }
    }

    /** The bytes A, B, G, R, first the lowest, become {@code 0xAARRGGBB}. */
    static void abgrToArgb(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = Integer.rotateRight(pixels[i], 8);
        }
    }

    /** The bytes A, R, G, B, first the lowest, become {@code 0xAARRGGBB}. */
    static void reverse(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = Integer.reverseBytes(pixels[i]);
        }
    }

    /** RGBA16 becomes RGBA8: each channel times 255 / 65535, rounded; exact, two channels at a time. */
    static void sixteenBitsToBytes(long[] wide, int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            long even = wide[i] & EVEN;
            long odd = wide[i] >>> 16 & EVEN;
            even = (even << 8) - even + ROUND >>> 16 & EVEN;
            odd = (odd << 8) - odd + ROUND >>> 16 & EVEN;
            long both = even | odd << 8;
            pixels[i] = (int) (both | both >>> 16);
        }
    }

    static void swapToNative(int[] source, int from, MemorySegment target, long to, int count) {
        for (int i = 0; i < count; i++) {
            target.set(PixelCopy.PIXEL, to + 4L * i, swap(source[from + i]));
        }
    }

    static void swapOpaqueToNative(int[] source, int from, MemorySegment target, long to, int count) {
        for (int i = 0; i < count; i++) {
            target.set(PixelCopy.PIXEL, to + 4L * i, swap(source[from + i]) | ALPHA);
        }
    }

    static void opaqueToNative(int[] source, int from, MemorySegment target, long to, int count) {
        for (int i = 0; i < count; i++) {
            target.set(PixelCopy.PIXEL, to + 4L * i, source[from + i] | ALPHA);
        }
    }

    static void swapFromNative(MemorySegment source, long from, int[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = swap(source.get(PixelCopy.PIXEL, from + 4L * i));
        }
    }

    private static int swap(int pixel) {
        return Integer.rotateRight(Integer.reverseBytes(pixel), 8);
    }
}
