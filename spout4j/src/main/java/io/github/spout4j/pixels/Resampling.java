package io.github.spout4j.pixels;

import io.github.spout4j.TensorLayout.Resizing;

/**
 * Rows of a picture in another size. Keeps the two rows that it read last, as the next row may be made of them, too; in their new width where
 * there will be more rows than there were, so that each is widened once.
 */
final class Resampling {
    private final boolean sameSize;
    private final boolean columnsFirst;
    private final Taps columns;
    private final Taps rows;
    private final float[][][] held;
    private final int[] heldRows = {-1, -1};
    private final float[][] sums;
    private final float[][] other;
    private final Scaling[] scalings;

    /** @param scalings what becomes of resized numbers; not of those that are not resized */
    Resampling(Resizing resizing, int planes, int fromWidth, int fromHeight, int toWidth, int toHeight,
            Scaling[] scalings) {
        this.scalings = scalings;
        sameSize = fromWidth == toWidth && fromHeight == toHeight;
        columnsFirst = toHeight > fromHeight;
        columns = Taps.of(resizing, fromWidth, toWidth);
        rows = Taps.of(resizing, fromHeight, toHeight);
        int heldWidth = columnsFirst ? toWidth : fromWidth;
        held = new float[2][planes][heldWidth];
        sums = new float[planes][heldWidth];
        other = new float[planes][columnsFirst ? fromWidth : toWidth];
    }

    /** For another picture. */
    void begin() {
        heldRows[0] = -1;
        heldRows[1] = -1;
    }

    /** A row of the new size; the caller's until the next one. */
    float[][] row(PlanarRows source, int y) {
        if (sameSize) {
            source.read(y, held[0]);
            return held[0];
        }
        for (int tap = 0; tap < rows.count(y); tap++) {
            float[][] row = held(source, rows.first(y) + tap);
            for (int plane = 0; plane < sums.length; plane++) {
                if (tap == 0) {
                    weigh(row[plane], rows.weight(y, tap), sums[plane]);
                } else {
                    add(row[plane], rows.weight(y, tap), sums[plane]);
                }
            }
        }
        float[][] resized = sums;
        if (!columnsFirst) {
            weighColumns(sums, other);
            resized = other;
        }
        for (int plane = 0; plane < resized.length; plane++) {
            scalings[plane].take(resized[plane], resized[plane].length);
        }
        return resized;
    }

    private void weighColumns(float[][] from, float[][] to) {
        for (int plane = 0; plane < from.length; plane++) {
            columns.weigh(from[plane], to[plane], rows.total());
        }
    }

    private float[][] held(PlanarRows source, int y) {
        int place = y % 2;
        if (heldRows[place] != y) {
            if (columnsFirst) {
                source.read(y, other);
                weighColumns(other, held[place]);
            } else {
                source.read(y, held[place]);
            }
            heldRows[place] = y;
        }
        return held[place];
    }

    private static void weigh(float[] row, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = weight * row[i];
        }
    }

    private static void add(float[] row, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * row[i];
        }
    }
}
