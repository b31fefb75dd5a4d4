package io.github.spout4j;

import java.util.Arrays;
import java.util.Objects;

/**
 * How a caller's own pixels lie in memory.
 *
 * {@snippet file="Sending.java" region="opengl"}
 *
 * @param format   the pixels' format
 * @param rowPitch bytes from one row to the next; 0 where rows follow each other without a gap
 * @param flip     whether the first row in memory is the bottom one, as in OpenGL
 * @param alpha    what alpha means for the colours
 */
public record PixelLayout(PixelFormat format, long rowPitch, boolean flip, Alpha alpha) {
    private static final PixelLayout[][] WITHOUT_GAPS = Arrays.stream(Alpha.values())
            .map(alpha -> Arrays.stream(PixelFormat.values()).map(format -> new PixelLayout(format, 0, false, alpha))
                    .toArray(PixelLayout[]::new))
            .toArray(PixelLayout[][]::new);

    /** RGBA8, rows without a gap, top row first. */
    public static final PixelLayout RGBA = of(PixelFormat.RGBA8);

    /** BGRA8, rows without a gap, top row first. */
    public static final PixelLayout BGRA = of(PixelFormat.BGRA8);

    /**
     * Checks the layout.
     *
     * @throws IllegalArgumentException where the row pitch is negative
     */
    public PixelLayout {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(alpha, "alpha");
        if (rowPitch < 0) {
            throw new IllegalArgumentException("the row pitch is " + rowPitch + " bytes; it must be 0 or more");
        }
    }

    /**
     * A layout of straight alpha.
     *
     * @param format   the pixels' format
     * @param rowPitch bytes from one row to the next; 0 where rows follow each other without a gap
     * @param flip     whether the first row in memory is the bottom one
     * @throws IllegalArgumentException where the row pitch is negative
     */
    public PixelLayout(PixelFormat format, long rowPitch, boolean flip) {
        this(format, rowPitch, flip, Alpha.STRAIGHT);
    }

    /**
     * A layout of rows without a gap, top row first, of straight alpha.
     *
     * @param format the pixels' format
     * @return the layout; always the same object
     */
    public static PixelLayout of(PixelFormat format) {
        return WITHOUT_GAPS[Alpha.STRAIGHT.ordinal()][format.ordinal()];
    }

    /**
     * The same with another row pitch.
     *
     * @param newRowPitch bytes from one row to the next; 0 for no gap
     * @return the layout
     * @throws IllegalArgumentException where it is negative
     */
    public PixelLayout rowPitch(long newRowPitch) {
        return new PixelLayout(format, newRowPitch, flip, alpha);
    }

    /** {@return the same with the other row first: bottom instead of top, or top instead of bottom} */
    public PixelLayout flipped() {
        return new PixelLayout(format, rowPitch, !flip, alpha);
    }

    /**
     * The same with another alpha.
     *
     * @param newAlpha what alpha means for the colours
     * @return the layout; always the same object where it has no gaps and the top row first
     */
    public PixelLayout alpha(Alpha newAlpha) {
        return rowPitch == 0 && !flip
                ? WITHOUT_GAPS[newAlpha.ordinal()][format.ordinal()]
                : new PixelLayout(format, rowPitch, flip, newAlpha);
    }

    /**
     * The row pitch of rows of that width.
     *
     * @param width pixels
     * @return bytes from one row to the next
     */
    public long rowPitchFor(int width) {
        return rowPitch != 0 ? rowPitch : (long) width * format.bytesPerPixel();
    }

    /**
     * The memory that pixels take.
     *
     * @param width  pixels
     * @param height pixels
     * @return bytes from the first pixel to the last; the last row without its gap
     */
    public long bytesFor(int width, int height) {
        return (height - 1) * rowPitchFor(width) + (long) width * format.bytesPerPixel();
    }
}
