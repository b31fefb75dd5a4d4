package io.github.spout4j.pixels;

/** Colours times alpha, and back. Bytes are rounded to the nearest, halves upwards: exact for all pairs of them. */
final class Premultiplication {
    private static final int COLOURS = 0x00FF00FF;
    private static final int HALVES = 0x00800080;
    private static final int ALPHA = 0xFF000000;

    /** A half, and a little more, so that a half that was rounded down is one still; no other quotient is that near to one. */
    private static final float HALF = 0.5f + 0x1p-10f;

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
            float share = 255f / alpha;
            int divided = quad & ALPHA | divide(quad >>> 16 & 0xFF, share) << 16 | divide(quad >>> 8 & 0xFF, share) << 8
                    | divide(quad & 0xFF, share);
            int clear = alpha - 1 >> 31; // all bits where alpha is 0
            quads[i] = quad & clear | divided & ~clear;
        }
    }

    private static int divide(int colour, float share) {
        return Math.min((int) (colour * share + HALF), 255);
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
