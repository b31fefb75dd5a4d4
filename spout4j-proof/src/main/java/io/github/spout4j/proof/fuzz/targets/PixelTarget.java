package io.github.spout4j.proof.fuzz.targets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Where a picture's pixels of four bytes are to go, in the middle of memory that is somebody else's. */
final class PixelTarget {
    private static final byte OTHERS = 0x5A;
    private static final int AROUND = 64;
    private static final int PIXEL = 4;
    private static final int ALPHA = 24;
    private static final int OPAQUE = 0xFF;

    private final int width;
    private final int height;
    private final int rowPitch;
    private final MemorySegment memory;
    private final MemorySegment pixels;

    /** @param gap bytes between a row and the next */
    PixelTarget(int width, int height, int gap) {
        this.width = width;
        this.height = height;
        rowPitch = width * PIXEL + gap;
        long bytes = (long) rowPitch * (height - 1) + (long) width * PIXEL;
        memory = Given.memory(bytes + 2 * AROUND).fill(OTHERS);
        pixels = memory.asSlice(AROUND, bytes);
    }

    MemorySegment pixels() {
        return pixels;
    }

    int rowPitch() {
        return rowPitch;
    }

    boolean untouched() {
        return isOthers(memory);
    }

    boolean same(PixelTarget other) {
        return memory.mismatch(other.memory) < 0;
    }

    /** That no byte but of pixels was written, and each pixel is opaque where all have to be. */
    void check(boolean opaque) {
        MemorySegment rest = Given.memory(memory.byteSize()).copyFrom(memory);
        for (int y = 0; y < height; y++) {
            long row = (long) y * rowPitch;
            rest.asSlice(AROUND + row, (long) width * PIXEL).fill(OTHERS);
            for (int x = 0; opaque && x < width; x++) {
                Must.hold(pixels.get(ValueLayout.JAVA_INT_UNALIGNED, row + (long) x * PIXEL) >>> ALPHA == OPAQUE,
                        "a picture without alpha is opaque");
            }
        }
        Must.hold(isOthers(rest), "nothing beside the pixels is written");
    }

    private static boolean isOthers(MemorySegment memory) {
        return memory.get(ValueLayout.JAVA_BYTE, 0) == OTHERS
                && memory.asSlice(1).mismatch(memory.asSlice(0, memory.byteSize() - 1)) < 0;
    }
}
