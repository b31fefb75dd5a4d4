package io.github.spout4j.pixels;

/**
 * Which upright strips stand for a whole picture where comparing all would take too long: spread evenly, the first and the last
 * columns among them. They cross every row, so a frame of which the upper rows are newer than the lower ones shows in them.
 */
public final class SampledStrips {
    private static final int MOST = 4;
    private static final int WIDEST = 8;

    private final int count;
    private final int stripWidth;
    private final int width;

    /** @param width of the whole picture, in pixels */
    public SampledStrips(int width) {
        this.width = width;
        count = Math.clamp(width / WIDEST, 1, MOST);
        stripWidth = Math.min(width, WIDEST);
    }

    public int count() {
        return count;
    }

    /** Of each strip, in pixels. */
    public int stripWidth() {
        return stripWidth;
    }

    /** Where strip {@code index} begins, in pixels from the left. */
    public int left(int index) {
        return count == 1 ? 0 : (int) ((long) index * (width - stripWidth) / (count - 1));
    }
}
