package io.github.spout4j.pixels;

/**
 * Changes the order of a pixel's bytes in ints. Loops over int arrays and nothing else, so that C2 turns each of them
 * into vector instructions.
 */
final class Swizzle {
    private static final int ALPHA = 0xFF000000;

    private Swizzle() {}

    /** RGBA8 to BGRA8 or back: the first and the third byte change places. */
    static void swap(int[] source, int from, int[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = source[from + i];
            target[to + i] = pixel & 0xFF00FF00 | pixel << 16 & 0xFF0000 | pixel >>> 16 & 0xFF;
        }
    }

    /** {@link #swap} with every alpha 255. */
    static void swapOpaque(int[] source, int from, int[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = source[from + i];
            target[to + i] = ALPHA | pixel & 0xFF00 | pixel << 16 & 0xFF0000 | pixel >>> 16 & 0xFF;
        }
    }

    /** The same pixels with every alpha 255. */
    static void opaque(int[] source, int from, int[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = ALPHA | source[from + i];
        }
    }

    /** The bytes A, B, G, R, read as an int, to {@code 0xAARRGGBB}. */
    static void abgrToArgb(int[] pixels, int count) {
        for (int i = 0; i < count; i++) {
            pixels[i] = pixels[i] >>> 8 | pixels[i] << 24;
        }
    }
}
