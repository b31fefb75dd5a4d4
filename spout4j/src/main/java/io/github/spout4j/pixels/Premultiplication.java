package io.github.spout4j.pixels;

import java.util.stream.IntStream;

/** Colours times alpha, and back. Bytes are rounded to the nearest, halves upwards: exact for all pairs of them. */
final class Premultiplication {
    private static final int COLOURS = 0x00FF00FF;
    private static final int HALVES = 0x00800080;
    private static final int ALPHA = 0xFF000000;

    private static final int FRACTION_BITS = 22;
    private static final int HALF = 1 << FRACTION_BITS - 1;
    /** 255 / alpha in fractions of 22 bits, rounded up: enough for every colour; none for an alpha of 0. */
    private static final int[] RECIPROCALS = IntStream.range(0, 256)
            .map(alpha -> alpha == 0 ? 0 : ((255 << FRACTION_BITS) + alpha - 1) / alpha).toArray();

    private Premultiplication() {}

    /** Two colours of a pixel at a time: in an int they have room for a product of 16 bits each. */
    static void multiply(int[] quads, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int quad = quads[i];
            int alpha = quad >>> 24;
            int outer = (quad & COLOURS) * alpha + HALVES;
            outer = outer + (outer >>> 8 & COLOURS) >>> 8 & COLOURS;
            int middle = (quad >>> 8 & 0xFF) * alpha + 0x80;
            middle = middle + (middle >>> 8) & 0xFF00;
            quads[i] = quad & ALPHA | middle | outer;
        }
    }

    static void divide(int[] quads, int from, int count) {
        for (int i = from; i < from + count; i++) {
            int quad = quads[i];
            int alpha = quad >>> 24;
            if (alpha != 0 && alpha != 255) {
                int reciprocal = RECIPROCALS[alpha];
                quads[i] = quad & ALPHA | divide(quad >>> 16 & 0xFF, reciprocal) << 16
                        | divide(quad >>> 8 & 0xFF, reciprocal) << 8 | divide(quad & 0xFF, reciprocal);
            }
        }
    }

    private static int divide(int colour, int reciprocal) {
        long product = (long) colour * reciprocal + HALF;
        return (int) Math.min(product >>> FRACTION_BITS, 255);
    }

    static void multiply(float[] rgba, int pixels) {
        for (int i = 0; i < pixels * RowCodec.CHANNELS; i += RowCodec.CHANNELS) {
            float alpha = rgba[i + 3];
            rgba[i] *= alpha;
            rgba[i + 1] *= alpha;
            rgba[i + 2] *= alpha;
        }
    }

    static void divide(float[] rgba, int pixels) {
        for (int i = 0; i < pixels * RowCodec.CHANNELS; i += RowCodec.CHANNELS) {
            float alpha = rgba[i + 3];
            if (alpha != 0) {
                rgba[i] /= alpha;
                rgba[i + 1] /= alpha;
                rgba[i + 2] /= alpha;
            }
        }
    }

    static void opaque(float[] rgba, int pixels) {
        for (int i = 0; i < pixels * RowCodec.CHANNELS; i += RowCodec.CHANNELS) {
            rgba[i + 3] = 1;
        }
    }
}
