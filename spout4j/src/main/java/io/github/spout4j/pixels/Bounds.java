package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;

/** Refuses memory that is too small for its pixels. */
final class Bounds {
    private Bounds() {}

    static void checkSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "the size is " + width + " × " + height + " pixels; it must be 1 × 1 or more");
        }
    }

    static void checkSource(MemorySegment source, PixelLayout layout, int width, int height) {
        checkAccess(source);
        checkSource(source.byteSize(), layout, width, height);
    }

    static void checkSource(MemorySegment source, TensorLayout layout) {
        checkAccess(source);
        check("source", source, layout);
    }

    static void checkAccess(MemorySegment source) {
        if (!source.scope().isAlive()) {
            throw new IllegalStateException("the source's memory is closed");
        }
        if (!source.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("the source's memory belongs to another thread");
        }
    }

    static void checkSource(long bytes, PixelLayout layout, int width, int height) {
        check("source", bytes, layout, width, height);
    }

    static void checkTarget(MemorySegment target, PixelLayout layout, int width, int height) {
        check("target", target.byteSize(), layout, width, height);
        checkWritable(target);
    }

    static void checkTarget(MemorySegment target, TensorLayout layout) {
        check("target", target, layout);
        checkWritable(target);
    }

    private static void checkWritable(MemorySegment target) {
        if (target.isReadOnly()) {
            throw new IllegalArgumentException("the target is read-only");
        }
    }

    /** Rows of which only the first's place, the stride and the bytes are known; nothing that is asked overflows. */
    static void checkPlane(int plane, MemorySegment memory, long offset, long stride, long rowBytes, long rows) {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    "the source's plane " + plane + " begins at " + offset + "; it must be 0 or more");
        }
        if (stride < rowBytes) {
            throw new IllegalArgumentException(
                    "the source's plane " + plane + " has rows of " + stride + " bytes; a row takes " + rowBytes);
        }
        long lastStart = memory.byteSize() - rowBytes; // below 0 where not even one row fits
        if (offset > lastStart || rows - 1 > (lastStart - offset) / stride) {
            throw new IllegalArgumentException("the source's plane " + plane + " has " + rows + " rows of " + stride
                    + " bytes from " + offset + " on; its memory has " + memory.byteSize());
        }
    }

    private static void check(String what, MemorySegment memory, TensorLayout layout) {
        if (memory.byteSize() < layout.bytes()) {
            throw new IllegalArgumentException("a tensor of " + layout.width() + " × " + layout.height() + " "
                    + layout.channels() + " " + layout.element() + " needs " + layout.bytes() + " bytes; the " + what
                    + " has " + memory.byteSize());
        }
    }

    static void checkArray(String what, int[] array, int offset, int scanline, int width, int height) {
        if (offset < 0) {
            throw new IllegalArgumentException("the " + what + "'s offset is " + offset + "; it must be 0 or more");
        }
        if (scanline < width) {
            throw new IllegalArgumentException(
                    "the " + what + "'s scanline is " + scanline + " ints; a row takes " + width);
        }
        long needed = offset + (height - 1L) * scanline + width;
        if (array.length < needed) {
            throw tooSmall(what, needed * Integer.BYTES, array.length * (long) Integer.BYTES, width, height);
        }
    }

    /** Whether rows follow each other without a gap. */
    static boolean isTight(PixelLayout layout, int width) {
        return layout.rowPitchFor(width) == (long) width * layout.format().bytesPerPixel();
    }

    private static void check(String what, long given, PixelLayout layout, int width, int height) {
        check(what, given, layout.rowPitchFor(width), layout.format().bytesPerPixel(), width, height);
    }

    /** Pixels of four bytes. */
    static void checkTarget(MemorySegment target, long pitch, int width, int height) {
        check("target", target.byteSize(), pitch, Integer.BYTES, width, height);
        checkWritable(target);
    }

    private static void check(String what, long given, long pitch, int pixelBytes, int width, int height) {
        long row = (long) width * pixelBytes;
        if (pitch < row) {
            throw new IllegalArgumentException(
                    "the " + what + "'s row pitch is " + pitch + " bytes; a row of " + width + " pixels takes " + row);
        }
        boolean overflows = height > 1 && pitch > (Long.MAX_VALUE - row) / (height - 1);
        long needed = overflows ? Long.MAX_VALUE : (height - 1) * pitch + row;
        if (given < needed) {
            throw tooSmall(what, needed, given, width, height);
        }
    }

    private static IllegalArgumentException tooSmall(String what, long needed, long given, int width, int height) {
        return new IllegalArgumentException(
                width + " × " + height + " pixels need " + needed + " bytes; the " + what + " has " + given);
    }
}
