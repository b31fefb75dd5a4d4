package io.github.spout4j.preview;

/** What is behind pictures that let it through. */
final class Checkerboard {
    private static final int LIGHT = 0x5C;
    private static final int DARK = 0x42;
    private static final int ALL = 255;
    private static final int HALF = 128;

    private Checkerboard() {}

    /**
     * Puts it behind a picture whose colours are multiplied by alpha.
     *
     * @param square how wide a square is, in device pixels
     */
    static void behind(int[] canvas, Viewport picture, int square) {
        int width = picture.canvasWidth();
        int right = Math.min(picture.left() + picture.shownWidth(), width);
        int bottom = Math.min(picture.top() + picture.shownHeight(), picture.canvasHeight());
        for (int y = Math.max(picture.top(), 0); y < bottom; y++) {
            for (int x = Math.max(picture.left(), 0); x < right; x++) {
                int argb = canvas[y * width + x];
                if (argb >>> 24 != ALL) {
                    int gray = (x / square + y / square & 1) == 0 ? LIGHT : DARK;
                    canvas[y * width + x] = over(argb, part(gray * (ALL - (argb >>> 24))));
                }
            }
        }
    }

    /** {@code product / 255}, rounded. */
    private static int part(int product) {
        int sum = product + HALF;
        return sum + (sum >> 8) >> 8;
    }

    /** A sender's colours may be brighter than its alpha allows. */
    private static int over(int argb, int gray) {
        return Math.min(ALL, (argb >> 16 & ALL) + gray) << 16 | Math.min(ALL, (argb >> 8 & ALL) + gray) << 8
                | Math.min(ALL, (argb & ALL) + gray);
    }
}
