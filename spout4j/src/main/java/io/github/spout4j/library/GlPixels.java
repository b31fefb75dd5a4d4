package io.github.spout4j.library;

import java.lang.foreign.MemorySegment;

/** How many bytes OpenGL reads or writes for an image of 8-bit components. */
final class GlPixels {
    private static final int RED = 0x1903;
    private static final int RGB = 0x1907;
    private static final int LUMINANCE = 0x1909;
    private static final int BGR = 0x80E0;
    private static final int ROW_ALIGNMENT = 4;
    /** Of one pixel in any format and type: four floats. */
    private static final int MOST_PIXEL_BYTES = 16;

    private GlPixels() {}

    /** Rows are taken to be aligned to 4 bytes, as OpenGL does unless told otherwise. */
    static long bytes(int width, int height, int glFormat) {
        int pixel = switch (glFormat) {
            case RGB, BGR -> 3;
            case RED, LUMINANCE -> 1;
            default -> 4;
        };
        return rows(pixel * Integer.toUnsignedLong(width) + ROW_ALIGNMENT - 1 & -ROW_ALIGNMENT, height);
    }

    private static long rows(long row, int height) {
        long rows = Integer.toUnsignedLong(height);
        return row != 0 && rows > Long.MAX_VALUE / row ? Long.MAX_VALUE : row * rows;
    }

    /**
     * Checks before the DLL sees the address.
     *
     * @throws IllegalArgumentException where the memory is too small for the image
     */
    static void require(MemorySegment pixels, int width, int height, int glFormat) {
        require(pixels, width, height, bytes(width, height, glFormat));
    }

    /** As {@link #require}, for pixels of any type with a given pitch; 0 for rows without a gap. */
    static void requireAny(MemorySegment pixels, int width, int height, int rowPitch) {
        long row = rowPitch != 0 ? Integer.toUnsignedLong(rowPitch) : MOST_PIXEL_BYTES * Integer.toUnsignedLong(width);
        require(pixels, width, height, rows(row, height));
    }

    private static void require(MemorySegment pixels, int width, int height, long needed) {
        if (pixels.byteSize() < needed) {
            throw new IllegalArgumentException("the memory has " + pixels.byteSize() + " bytes; an image of "
                    + Integer.toUnsignedString(width) + " × " + Integer.toUnsignedString(height) + " pixels takes "
                    + needed);
        }
    }
}
