package io.github.spout4j.pixels;

/**
 * Y, U and V to red, green and blue by one matrix and range, in fixed point: the nearest integer of the exact number, but for fewer than one of
 * 20,000 colours, which are off by 1. Loops of few operations, each a channel, since C2 makes vectors of no longer ones.
 */
final class YuvToRgb {
    /** The most with which no sum overflows: they are between -512 and 768. */
    private static final int SHIFT = 21;

    /** More than coefficients that were rounded take from a half, so that it goes upwards. */
    private static final int NUDGE = 48;

    private static final int ALPHA = 0xFF000000;
    private static final int MOST = 255;
    private static final int SECOND = 16;
    private static final long EVEN = 0xFFFFFFFFL;
    private static final YuvToRgb[][] ALL = all();

    private final int luma;
    private final int redV;
    private final int greenU;
    private final int greenV;
    private final int blueU;
    private final int redStart;
    private final int greenStart;
    private final int blueStart;

    private YuvToRgb(ColorMatrix matrix, ColorRange range) {
        double whole = ColorMatrix.WHOLE;
        double colour = 2.0 * MOST / range.colourSteps() / whole;
        double red = colour * (whole - matrix.red());
        double blue = colour * (whole - matrix.blue());
        luma = fixed((double) MOST / range.steps());
        redV = fixed(red);
        greenU = fixed(-blue * matrix.blue() / matrix.green());
        greenV = fixed(-red * matrix.red() / matrix.green());
        blueU = fixed(blue);
        int half = (1 << SHIFT - 1) + NUDGE - range.black() * luma;
        redStart = half - ColorRange.NEUTRAL * redV;
        greenStart = half - ColorRange.NEUTRAL * (greenU + greenV);
        blueStart = half - ColorRange.NEUTRAL * blueU;
    }

    static YuvToRgb of(ColorMatrix matrix, ColorRange range) {
        return ALL[matrix.ordinal()][range.ordinal()];
    }

    private static YuvToRgb[][] all() {
        YuvToRgb[][] all = new YuvToRgb[ColorMatrix.values().length][ColorRange.values().length];
        for (ColorMatrix matrix : ColorMatrix.values()) {
            for (ColorRange range : ColorRange.values()) {
                all[matrix.ordinal()][range.ordinal()] = new YuvToRgb(matrix, range);
            }
        }
        return all;
    }

    private static int fixed(double number) {
        return (int) Math.rint(number * (1 << SHIFT));
    }

    /**
     * Makes two pixels {@code 0xFFRRGGBB} of each int, the left one the lower.
     *
     * @param quads Y, U, Y and V, the first the lowest byte
     * @param left  used on the way, as right is
     */
    void convert(int[] quads, int[] left, int[] right, long[] pairs, int count) {
        convert(quads, 0, left, count);
        convert(quads, SECOND, right, count);
        join(left, right, pairs, count);
    }

    private void convert(int[] quads, int shift, int[] pixels, int count) {
        red(quads, shift, pixels, count, luma, redV, redStart);
        green(quads, shift, pixels, count, luma, greenU, greenV, greenStart);
        blue(quads, shift, pixels, count, luma, blueU, blueStart);
    }

    private static void red(int[] quads, int shift, int[] pixels, int count, int luma, int v, int start) {
        for (int i = 0; i < count; i++) {
            int quad = quads[i];
            pixels[i] = eightBits((quad >>> shift & 0xFF) * luma + (quad >>> 24) * v + start) << 16 | ALPHA;
        }
    }

    private static void green(int[] quads, int shift, int[] pixels, int count, int luma, int u, int v, int start) {
        for (int i = 0; i < count; i++) {
            int quad = quads[i];
            pixels[i] |= eightBits(
                    (quad >>> shift & 0xFF) * luma + (quad >>> 8 & 0xFF) * u + (quad >>> 24) * v + start) << 8;
        }
    }

    private static void blue(int[] quads, int shift, int[] pixels, int count, int luma, int u, int start) {
        for (int i = 0; i < count; i++) {
            int quad = quads[i];
            pixels[i] |= eightBits((quad >>> shift & 0xFF) * luma + (quad >>> 8 & 0xFF) * u + start);
        }
    }

    private static int eightBits(int fixed) {
        return Math.min(Math.max(fixed >> SHIFT, 0), MOST);
    }

    private static void join(int[] left, int[] right, long[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            pairs[i] = left[i] & EVEN | (long) right[i] << Integer.SIZE;
        }
    }
}
