package io.github.spout4j.sdk;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;

/** Tells which {@link NumberedPicture} a frame is, by looking at every pixel. One thread. */
public final class PictureReader {
    /** The frame is parts of several pictures, or none of ours. */
    public static final int TORN = -1;

    private int[] expected = {};
    private MemorySegment expectedRow = MemorySegment.ofArray(expected);
    private int tornRow;

    /** The number of the picture, or {@link #TORN}. */
    public int read(SpoutFrame frame) {
        return read(frame.pixels(), frame.rowPitch(), frame.width(), frame.height(), frame.format());
    }

    int read(MemorySegment pixels, long rowPitch, int width, int height, PixelFormat format) {
        long rowBytes = (long) width * NumberedPicture.BYTES_PER_PIXEL;
        int whole = TORN;
        for (int row = 0; row < height; row++) {
            long at = row * rowPitch;
            if (!isOneColour(pixels, at, rowBytes)) {
                return readSmall(pixels, rowPitch, width, height, format, row);
            }
            int number = numberAt(pixels, at, row, format);
            if (row == 0) {
                whole = number;
            }
            if (number != whole || number == TORN) {
                return torn(row);
            }
        }
        return whole == NumberedPicture.STILL ? torn(height) : whole;
    }

    /** The first row that did not fit, where the last frame was torn. */
    public int tornRow() {
        return tornRow;
    }

    private static boolean isOneColour(MemorySegment pixels, long at, long rowBytes) {
        return MemorySegment.mismatch(pixels, at, at + rowBytes - NumberedPicture.BYTES_PER_PIXEL, pixels,
                at + NumberedPicture.BYTES_PER_PIXEL, at + rowBytes) == -1;
    }

    private static int numberAt(MemorySegment pixels, long at, int row, PixelFormat format) {
        int colour = NumberedPicture.colourOf(pixels.get(NumberedPicture.PIXEL, at), format);
        return colour == -1 ? TORN : NumberedPicture.number(colour, row);
    }

    private int readSmall(MemorySegment pixels, long rowPitch, int width, int height, PixelFormat format, int top) {
        int number = NumberedPicture.STILL;
        for (int x = 0; x < width && number == NumberedPicture.STILL; x++) {
            number = numberAt(pixels, top * rowPitch + x * NumberedPicture.BYTES_PER_PIXEL, top, format);
        }
        if (number == TORN || number == NumberedPicture.STILL || width <= NumberedPicture.SQUARE
                || height <= NumberedPicture.SQUARE) {
            return torn(top);
        }
        if (expected.length != width) {
            expected = new int[width];
            expectedRow = MemorySegment.ofArray(expected);
        }
        for (int row = 0; row < height; row++) {
            NumberedPicture.fillRow(expected, number, Change.SMALL, row, height, format);
            if (MemorySegment.mismatch(pixels, row * rowPitch, row * rowPitch + expectedRow.byteSize(), expectedRow, 0,
                    expectedRow.byteSize()) != -1) {
                return torn(row);
            }
        }
        return number;
    }

    private int torn(int row) {
        tornRow = row;
        return TORN;
    }
}
