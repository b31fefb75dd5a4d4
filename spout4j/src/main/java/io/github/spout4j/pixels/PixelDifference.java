package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Whether two frames of one size and format are the same, byte for byte; what lies between rows does not count. */
public final class PixelDifference {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final int BLOCK = 256;

    private PixelDifference() {}

    /** Whether all rows are the same. */
    public static boolean same(MemorySegment a, long pitchA, MemorySegment b, long pitchB, long rowBytes, int height) {
        if (pitchA == rowBytes && pitchB == rowBytes) {
            return sameRow(a, 0, b, 0, rowBytes * height);
        }
        for (int y = 0; y < height; y++) {
            if (!sameRow(a, y * pitchA, b, y * pitchB, rowBytes)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a row that begins at {@code atA} is the same as one that begins at {@code atB}. Not by {@link MemorySegment#mismatch}, in which Java dies where another
     * program has cut the memory.
     */
    public static boolean sameRow(MemorySegment a, long atA, MemorySegment b, long atB, long rowBytes) {
        long at = 0;
        for (; at <= rowBytes - BLOCK; at += BLOCK) {
            long different = 0;
            for (int i = 0; i < BLOCK; i += Long.BYTES) {
                different |= a.get(LONG, atA + at + i) ^ b.get(LONG, atB + at + i);
            }
            if (different != 0) {
                return false;
            }
        }
        for (; at < rowBytes; at++) {
            if (a.get(ValueLayout.JAVA_BYTE, atA + at) != b.get(ValueLayout.JAVA_BYTE, atB + at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no bit is set in any row. */
    public static boolean isBlank(MemorySegment pixels, long pitch, long rowBytes, int height) {
        for (int y = 0; y < height; y++) {
            long at = y * pitch;
            if (pixels.get(ValueLayout.JAVA_BYTE, at) != 0 || !sameRow(pixels, at, pixels, at + 1, rowBytes - 1)) {
                return false;
            }
        }
        return true;
    }
}
