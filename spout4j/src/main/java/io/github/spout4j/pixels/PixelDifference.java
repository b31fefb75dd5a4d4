package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Whether two frames of one size and format are the same, byte for byte; what lies between rows does not count. */
public final class PixelDifference {
    private PixelDifference() {}

    /** Whether all rows are the same. */
    public static boolean same(MemorySegment a, long pitchA, MemorySegment b, long pitchB, long rowBytes, int height) {
        if (pitchA == rowBytes && pitchB == rowBytes) {
            long bytes = rowBytes * height;
            return MemorySegment.mismatch(a, 0, bytes, b, 0, bytes) == -1;
        }
        for (int y = 0; y < height; y++) {
            if (!sameRow(a, y * pitchA, b, y * pitchB, rowBytes)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row that begins at {@code atA} is the same as one that begins at {@code atB}. */
    public static boolean sameRow(MemorySegment a, long atA, MemorySegment b, long atB, long rowBytes) {
        return MemorySegment.mismatch(a, atA, atA + rowBytes, b, atB, atB + rowBytes) == -1;
    }

    /** Whether no bit is set in any row. */
    public static boolean isBlank(MemorySegment pixels, long pitch, long rowBytes, int height) {
        for (int y = 0; y < height; y++) {
            long at = y * pitch;
            if (pixels.get(ValueLayout.JAVA_BYTE, at) != 0 || MemorySegment.mismatch(pixels, at, at + rowBytes - 1,
                    pixels, at + 1, at + rowBytes) != -1) {
                return false;
            }
        }
        return true;
    }
}
