package io.github.spout4j.pixels;

/** The formula of BT.601, BT.709 and BT.2020 in whole numbers, without any error: slow and plainly right. */
final class ExactColours {
    private final long red;
    private final long green;
    private final long blue;
    private final long black;
    private final long steps;
    private final long colourSteps;

    ExactColours(ColorMatrix matrix, ColorRange range) {
        switch (matrix) {
            case BT601 -> {
                red = 2990;
                blue = 1140;
            }
            case BT709 -> {
                red = 2126;
                blue = 722;
            }
            case BT2020 -> {
                red = 2627;
                blue = 593;
            }
            default -> throw new AssertionError(matrix);
        }
        green = 10_000 - red - blue;
        black = range == ColorRange.FULL ? 0 : 16;
        steps = range == ColorRange.FULL ? 255 : 219;
        colourSteps = range == ColorRange.FULL ? 255 : 224;
    }

    int argb(int y, int u, int v) {
        long whole = 10_000;
        long divisor = steps * colourSteps * whole * green;
        long luma = 255 * (y - black) * colourSteps * whole * green;
        long toRed = 2 * 255 * (v - 128L) * steps * (whole - red);
        long toBlue = 2 * 255 * (u - 128L) * steps * (whole - blue);
        return 0xFF000000 | eightBits(luma + toRed * green, divisor) << 16
                | eightBits(luma - toRed * red - toBlue * blue, divisor) << 8
                | eightBits(luma + toBlue * green, divisor);
    }

    private static int eightBits(long dividend, long divisor) {
        return Math.clamp(Math.floorDiv(2 * dividend + divisor, 2 * divisor), 0, 255);
    }
}
