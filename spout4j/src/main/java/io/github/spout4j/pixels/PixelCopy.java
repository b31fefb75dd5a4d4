package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/**
 * Copies pixels, converting and flipping in one pass. Sizes are checked before anything is written; bytes between a
 * target's rows stay as they are. Source and target must not overlap. Allocates nothing; one thread at a time.
 */
public final class PixelCopy {
    /** A pixel's four bytes as an int, the first the lowest: BGRA8 is 0xAARRGGBB on any machine. */
    static final ValueLayout.OfInt PIXEL = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Pixels converted at a time: few enough to stay in the first level cache. */
    private static final int CHUNK = 2048;

    private final int[] chunk = new int[CHUNK];

    /**
     * For who must know before anything is written.
     *
     * @throws IllegalArgumentException where the source is too small for the pixels
     * @throws IllegalStateException    where its memory is closed
     * @throws WrongThreadException     where it belongs to another thread
     */
    public static void checkSource(MemorySegment source, PixelLayout layout, int width, int height) {
        Bounds.checkSource(source, layout, width, height);
    }

    /** @throws IllegalArgumentException where the target is too small for the pixels, or read-only */
    public static void checkTarget(MemorySegment target, PixelLayout layout, int width, int height) {
        Bounds.checkTarget(target, layout, width, height);
    }

    /**
     * Copies between segments of any kind and alignment; upside down where exactly one of the layouts is flipped.
     *
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copy(MemorySegment source, PixelLayout sourceLayout, MemorySegment target, PixelLayout targetLayout,
            int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, sourceLayout, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        long row = (long) width * Integer.BYTES;
        long to = 0;
        long fromPitch = sourceLayout.rowPitchFor(width);
        long toPitch = targetLayout.rowPitchFor(width);
        boolean flip = sourceLayout.flip() != targetLayout.flip();
        int rows = height;
        if (flip) {
            // read upwards, write downwards: the other way round takes a quarter longer
            to = (height - 1) * toPitch;
            toPitch = -toPitch;
        } else if (fromPitch == row && toPitch == row) {
            row *= height;
            rows = 1;
        }
        boolean convert = sourceLayout.format() != targetLayout.format();
        for (long y = 0; y < rows; y++) {
            if (convert) {
                swap(source, y * fromPitch, target, to + y * toPitch, row);
            } else {
                MemorySegment.copy(source, y * fromPitch, target, to + y * toPitch, row);
            }
        }
    }

    /**
     * {@link #copy} from an array; by itself, since a segment of the array would be a new object each time.
     *
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copyBytes(byte[] source, PixelLayout sourceLayout, MemorySegment target, PixelLayout targetLayout,
            int width, int height) {
        if (!sourceLayout.equals(targetLayout) || sourceLayout.rowPitchFor(width) != (long) width * Integer.BYTES) {
            copy(MemorySegment.ofArray(source), sourceLayout, target, targetLayout, width, height);
            return;
        }
        Bounds.checkSize(width, height);
        Bounds.checkSource(source.length, sourceLayout, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        MemorySegment.copy(source, 0, target, JAVA_BYTE, 0, (int) sourceLayout.bytesFor(width, height));
    }

    /**
     * Copies Java ints, {@code 0xAARRGGBB}, top row first.
     *
     * @param offset   index of the first pixel
     * @param scanline ints from one row to the next
     * @param opaque   whether every alpha becomes 255
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copyArgb(int[] source, int offset, int scanline, boolean opaque, MemorySegment target,
            PixelLayout targetLayout, int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkArray("source", source, offset, scanline, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        boolean swap = targetLayout.format() == PixelFormat.RGBA8;
        long to = 0;
        long toPitch = targetLayout.rowPitchFor(width);
        int row = width;
        int rows = height;
        if (targetLayout.flip()) {
            to = (height - 1) * toPitch;
            toPitch = -toPitch;
        } else if (scanline == width && toPitch == (long) width * Integer.BYTES) {
            row *= height;
            rows = 1;
        }
        for (int y = 0; y < rows; y++) {
            store(source, offset + y * scanline, swap, opaque, target, to + y * toPitch, row);
        }
    }

    /**
     * Copies to Java ints, {@code 0xAARRGGBB}, top row first.
     *
     * @param offset   index of the first pixel
     * @param scanline ints from one row to the next
     * @throws IllegalArgumentException where source or target is too small
     */
    public void copyToArgb(MemorySegment source, PixelLayout sourceLayout, int[] target, int offset, int scanline,
            int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, sourceLayout, width, height);
        Bounds.checkArray("target", target, offset, scanline, width, height);
        boolean swap = sourceLayout.format() == PixelFormat.RGBA8;
        int to = offset;
        int toScanline = scanline;
        long fromPitch = sourceLayout.rowPitchFor(width);
        int row = width;
        int rows = height;
        if (sourceLayout.flip()) {
            to = offset + (height - 1) * scanline;
            toScanline = -scanline;
        } else if (scanline == width && fromPitch == (long) width * Integer.BYTES) {
            row *= height;
            rows = 1;
        }
        for (int y = 0; y < rows; y++) {
            load(source, y * fromPitch, swap, target, to + y * toScanline, row);
        }
    }

    private void swap(MemorySegment source, long from, MemorySegment target, long to, long bytes) {
        int count;
        for (long done = 0; done < bytes; done += (long) count * Integer.BYTES) {
            count = (int) Math.min(CHUNK, (bytes - done) / Integer.BYTES);
            MemorySegment.copy(source, PIXEL, from + done, chunk, 0, count);
            if (target.isNative()) {
                Swizzle.swapToNative(chunk, 0, target, to + done, count);
            } else {
                Swizzle.swap(chunk, count);
                MemorySegment.copy(chunk, 0, target, PIXEL, to + done, count);
            }
        }
    }

    /** Copies ints that are known to fit. */
    void store(int[] source, int from, boolean swap, boolean opaque, MemorySegment target, long to, int count) {
        if (!swap && !opaque) {
            MemorySegment.copy(source, from, target, PIXEL, to, count);
        } else if (!target.isNative()) {
            storeByChunks(source, from, swap, opaque, target, to, count);
        } else if (!swap) {
            Swizzle.opaqueToNative(source, from, target, to, count);
        } else if (opaque) {
            Swizzle.swapOpaqueToNative(source, from, target, to, count);
        } else {
            Swizzle.swapToNative(source, from, target, to, count);
        }
    }

    private void storeByChunks(int[] source, int from, boolean swap, boolean opaque, MemorySegment target, long to,
            int pixels) {
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(CHUNK, pixels - done);
            System.arraycopy(source, from + done, chunk, 0, count);
            if (swap) {
                Swizzle.swap(chunk, count);
            }
            if (opaque) {
                Swizzle.opaque(chunk, count);
            }
            MemorySegment.copy(chunk, 0, target, PIXEL, to + (long) done * Integer.BYTES, count);
        }
    }

    /** Copies to ints that are known to fit. */
    void load(MemorySegment source, long from, boolean swap, int[] target, int to, int count) {
        if (!swap) {
            MemorySegment.copy(source, PIXEL, from, target, to, count);
        } else if (source.isNative()) {
            Swizzle.swapFromNative(source, from, target, to, count);
        } else {
            swapByChunks(source, from, target, to, count);
        }
    }

    private void swapByChunks(MemorySegment source, long from, int[] target, int to, int pixels) {
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(CHUNK, pixels - done);
            MemorySegment.copy(source, PIXEL, from + (long) done * Integer.BYTES, chunk, 0, count);
            Swizzle.swap(chunk, count);
            System.arraycopy(chunk, 0, target, to + done, count);
        }
    }
}
