package io.github.spout4j.preview;

import java.util.Arrays;

/**
 * Draws pixels into a canvas as a viewport says. Two channels of a pixel share an int, where products with {@link Footprints} just
 * fit; columns are added up first, in loops over rows that C2 vectorises.
 */
final class Scaling {
    private static final int PAIR = 0x00FF00FF;
    private static final int HALVES = 0x00800080;

    private Viewport viewport;
    private Footprints columns;
    private Footprints rows;
    private int[] outer = {};
    private int[] inner = {};

    /**
     * Fills the canvas.
     *
     * @param around the colour beside the picture
     */
    void draw(FramePixels picture, Viewport to, boolean flipped, int[] canvas, int around) {
        if (!to.equals(viewport)) {
            viewport = to;
            columns = new Footprints(to.canvasWidth(), to.left(), to.shownWidth(), to.width());
            rows = new Footprints(to.canvasHeight(), to.top(), to.shownHeight(), to.height());
            outer = new int[to.width()];
            inner = new int[to.width()];
        }
        int width = to.canvasWidth();
        Arrays.fill(canvas, 0, rows.from() * width, around);
        Arrays.fill(canvas, rows.to() * width, to.canvasHeight() * width, around);
        for (int y = rows.from(); y < rows.to(); y++) {
            Arrays.fill(canvas, y * width, y * width + columns.from(), around);
            Arrays.fill(canvas, y * width + columns.to(), (y + 1) * width, around);
            drawRow(picture, y, flipped, canvas);
        }
    }

    private void drawRow(FramePixels picture, int y, boolean flipped, int[] canvas) {
        int width = viewport.canvasWidth();
        int length = columns.to() - columns.from();
        if (length == 0) {
            return;
        }
        if (rows.count(y) == 1) {
            if (y > rows.from() && rows.count(y - 1) == 1 && rows.first(y - 1) == rows.first(y)) {
                System.arraycopy(canvas, (y - 1) * width + columns.from(), canvas, y * width + columns.from(), length);
                return;
            }
            if (viewport.shownWidth() == viewport.width()) {
                System.arraycopy(picture.argb(), start(picture, rows.first(y), flipped)
                        + columns.first(columns.from()), canvas, y * width + columns.from(), length);
                return;
            }
        }
        int left = columns.first(columns.from());
        int right = columns.first(columns.to() - 1) + columns.count(columns.to() - 1);
        Arrays.fill(outer, left, right, HALVES);
        Arrays.fill(inner, left, right, HALVES);
        for (int i = 0; i < rows.count(y); i++) {
            add(picture.argb(), start(picture, rows.first(y) + i, flipped), rows.share(y, i), left, right);
        }
        average(left, right);
        for (int x = columns.from(); x < columns.to(); x++) {
            canvas[y * width + x] = averaged(x);
        }
    }

    private static int start(FramePixels picture, int row, boolean flipped) {
        return (flipped ? picture.height() - 1 - row : row) * picture.width();
    }

    private void add(int[] argb, int start, int share, int left, int right) {
        for (int x = left; x < right; x++) {
            outer[x] += (argb[start + x] >>> 8 & PAIR) * share;
            inner[x] += (argb[start + x] & PAIR) * share;
        }
    }

    private void average(int left, int right) {
        for (int x = left; x < right; x++) {
            outer[x] = outer[x] >>> 8 & PAIR;
            inner[x] = inner[x] >>> 8 & PAIR;
        }
    }

    private int averaged(int x) {
        int outerSum = HALVES;
        int innerSum = HALVES;
        int first = columns.first(x);
        for (int i = 0; i < columns.count(x); i++) {
            int share = columns.share(x, i);
            outerSum += outer[first + i] * share;
            innerSum += inner[first + i] * share;
        }
        return outerSum & ~PAIR | innerSum >>> 8 & PAIR;
    }
}
