package io.github.spout4j.pixels;

/** Which rows stand for a whole picture where comparing all would take too long: spread evenly, the first and the last among them. */
public final class SampledRows {
    private static final int MOST = 16;

    private final int count;
    private final int height;

    /** @param height of the whole picture, in rows */
    public SampledRows(int height) {
        this.height = height;
        count = Math.min(height, MOST);
    }

    public int count() {
        return count;
    }

    /** The row of the picture that is number {@code index} of the sample. */
    public int row(int index) {
        return count == 1 ? 0 : (int) ((long) index * (height - 1) / (count - 1));
    }
}
