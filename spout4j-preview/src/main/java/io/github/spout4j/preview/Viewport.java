package io.github.spout4j.preview;

/**
 * Where a picture is on the canvas, in device pixels; pure arithmetic.
 *
 * @param canvasWidth  of the canvas
 * @param canvasHeight of the canvas
 * @param width        the picture's, in its own pixels
 * @param height       the picture's, in its own pixels
 * @param scale        device pixels to one of the picture's
 * @param shownWidth   what the picture takes of an endless canvas
 * @param shownHeight  what the picture takes of an endless canvas
 * @param left         its left edge, below 0 where that is out of sight
 * @param top          its top edge, below 0 where that is out of sight
 */
record Viewport(int canvasWidth, int canvasHeight, int width, int height, double scale, int shownWidth,
        int shownHeight, int left, int top) {
    /** Whole numbers above 1, where each of the picture's pixels is a square. */
    private static final double[] SCALES = {1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 12.0, 1 / 8.0, 1 / 6.0, 1 / 4.0, 1 / 3.0,
            1 / 2.0, 2 / 3.0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
    /** How far the scale of a fitting picture may be from one of these and still be taken for it. */
    private static final double SAME = 1e-6;

    /** @param x, y what is to be in the middle; a picture that is smaller than the canvas is in the middle itself */
    static Viewport of(int canvasWidth, int canvasHeight, int width, int height, double scale, double x, double y) {
        int shownWidth = shown(width, scale);
        int shownHeight = shown(height, scale);
        return new Viewport(canvasWidth, canvasHeight, width, height, scale, shownWidth, shownHeight,
                edge(canvasWidth, shownWidth, x * scale), edge(canvasHeight, shownHeight, y * scale));
    }

    private static int shown(int size, double scale) {
        return (int) Math.max(1, Math.round(size * scale));
    }

    private static int edge(int canvas, int shown, double middle) {
        return shown <= canvas
                ? (canvas - shown) / 2
                : Math.clamp(Math.round(canvas / 2.0 - middle), canvas - shown, 0);
    }

    /** The picture's column at a place of the canvas; -1 beside the picture. */
    int column(int canvasX) {
        return pixel(canvasX - left, shownWidth, width);
    }

    /** The picture's row at a place of the canvas; -1 beside the picture. */
    int row(int canvasY) {
        return pixel(canvasY - top, shownHeight, height);
    }

    private static int pixel(int offset, int shown, int size) {
        return offset < 0 || offset >= shown ? -1 : (int) ((long) offset * size / shown);
    }

    /** Larger by steps, or smaller where there are fewer than 0; what is at a place of the canvas stays there. */
    Zoom zoomed(int steps, double canvasX, double canvasY) {
        double next = scale;
        for (int i = 0; i < Math.abs(steps); i++) {
            next = steps > 0 ? above(next) : below(next);
        }
        double x = (canvasX - left) * width / shownWidth;
        double y = (canvasY - top) * height / shownHeight;
        return new Zoom.Fixed(next, x + (canvasWidth / 2.0 - canvasX) / next,
                y + (canvasHeight / 2.0 - canvasY) / next);
    }

    /** Larger or smaller; what is in the middle of the canvas stays there. */
    Zoom zoomed(int steps) {
        return zoomed(steps, canvasWidth / 2.0, canvasHeight / 2.0);
    }

    /** One device pixel to one of the picture's; what is in the middle stays there. */
    Zoom oneToOne() {
        return new Zoom.Fixed(1, middleX(), middleY());
    }

    /** The picture pulled to the right and down. */
    Zoom moved(int right, int down) {
        return new Zoom.Fixed(scale, middleX() - right / scale, middleY() - down / scale);
    }

    private double middleX() {
        return (canvasWidth / 2.0 - left) * width / shownWidth;
    }

    private double middleY() {
        return (canvasHeight / 2.0 - top) * height / shownHeight;
    }

    private static double above(double scale) {
        for (double each : SCALES) {
            if (each > scale * (1 + SAME)) {
                return each;
            }
        }
        return scale;
    }

    private static double below(double scale) {
        for (int i = SCALES.length - 1; i >= 0; i--) {
            if (SCALES[i] < scale * (1 - SAME)) {
                return SCALES[i];
            }
        }
        return scale;
    }
}
