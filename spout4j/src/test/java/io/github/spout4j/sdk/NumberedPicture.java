package io.github.spout4j.sdk;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Frames that carry their number in every pixel. The colour of a pixel is a mixture of number and row that can be undone: each
 * row is of one colour, all rows of two frames differ, and a row tells its frame. Alpha is 255, so that wiped memory is no
 * frame. Numbers are 1 to 2²⁴ - 1; 0 is the still part of {@link Change#SMALL}.
 */
public final class NumberedPicture {
    /** Pixels of each side of the square that moves. */
    static final int SQUARE = 16;
    static final int STILL = 0;
    static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final int BYTES_PER_PIXEL = 4;

    private static final int COLOURS = 0xFFFFFF;
    private static final int OPAQUE = 0xFF000000;
    private static final int HALF = 12;
    private static final int ROW = 0x9E3779;
    private static final int FIRST = 0xCA6B85;
    private static final int SECOND = 0x35B2AD;
    private static final int FIRST_INVERSE = inverse(FIRST);
    private static final int SECOND_INVERSE = inverse(SECOND);

    private NumberedPicture() {}

    private static int inverse(int odd) {
        int inverse = odd;
        for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** {@code 0xRRGGBB} of a row of frame {@code number}. */
    static int colour(int number, int row) {
        int mixed = number + row * ROW & COLOURS;
        mixed = (mixed ^ mixed >>> HALF) * FIRST & COLOURS;
        mixed = (mixed ^ mixed >>> HALF) * SECOND & COLOURS;
        return mixed ^ mixed >>> HALF;
    }

    /** The number of the frame that has this colour in that row. */
    static int number(int colour, int row) {
        int mixed = (colour ^ colour >>> HALF) * SECOND_INVERSE & COLOURS;
        mixed = (mixed ^ mixed >>> HALF) * FIRST_INVERSE & COLOURS;
        return (mixed ^ mixed >>> HALF) - row * ROW & COLOURS;
    }

    /** The four bytes of a colour as a little-endian number. */
    static int pixel(int colour, PixelFormat format) {
        return OPAQUE | switch (format) {
            case RGBA8 -> colour >> 16 & 0xFF | colour & 0xFF00 | (colour & 0xFF) << 16;
            case BGRA8 -> colour;
            default -> throw new IllegalArgumentException(format + " is neither RGBA8 nor BGRA8");
        };
    }

    /** The colour of a pixel; -1 where it is not opaque. */
    static int colourOf(int pixel, PixelFormat format) {
        return pixel >>> 24 == 0xFF ? pixel(pixel, format) & COLOURS : -1;
    }

    /** Where the square of a frame begins. */
    static int squareX(int number, int width) {
        return Math.floorMod(number * 37, width - SQUARE + 1);
    }

    static int squareY(int number, int height) {
        return Math.floorMod(number * 53, height - SQUARE + 1);
    }

    /** The pixels of one row. */
    static void fillRow(int[] pixels, int number, Change change, int row, int height, PixelFormat format) {
        if (change != Change.SMALL) {
            Arrays.fill(pixels, pixel(colour(number, row), format));
            return;
        }
        Arrays.fill(pixels, pixel(colour(STILL, row), format));
        int top = squareY(number, height);
        if (row >= top && row < top + SQUARE) {
            int left = squareX(number, pixels.length);
            Arrays.fill(pixels, left, left + SQUARE, pixel(colour(number, row), format));
        }
    }

    /** Paints a whole frame. */
    public static void paint(MemorySegment target, long rowPitch, int width, int height, PixelFormat format, int number,
            Change change) {
        int[] pixels = new int[width];
        for (int row = 0; row < height; row++) {
            fillRow(pixels, number, change, row, height, format);
            MemorySegment.copy(pixels, 0, target, PIXEL, row * rowPitch, width);
        }
    }
}
