package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/**
 * Where the planes of a picture are, as another program tells: nothing is believed before {@link CameraPixels} has checked it. To be
 * used again for the next picture. One thread at a time.
 */
public final class CameraPlanes {
    private final MemorySegment[] memory = new MemorySegment[CameraFormat.MOST_PLANES];
    private final long[] offsets = new long[CameraFormat.MOST_PLANES];
    private final long[] strides = new long[CameraFormat.MOST_PLANES];

    /** All in one memory from an offset on, as GStreamer lays them out. */
    public void set(CameraFormat format, MemorySegment pixels, long offset, int width, int height) {
        Bounds.checkSize(width, height);
        set(format, pixels, offset, format.stride(0, width), width, height);
    }

    /**
     * All in one memory from an offset on, of whose first plane alone a stride is known: the others follow it. Three planes have half of
     * it (V4L2), or, where it is GStreamer's, what GStreamer takes.
     */
    public void set(CameraFormat format, MemorySegment pixels, long offset, long stride, int width, int height) {
        Bounds.checkSize(width, height);
        if (offset < 0) {
            throw new IllegalArgumentException("the source begins at " + offset + "; it must be 0 or more");
        }
        plane(0, pixels, offset, stride);
        try {
            for (int plane = 1; plane < format.planes(); plane++) {
                long chroma = chromaStride(format, stride, width);
                plane(plane, pixels, Math.addExact(offset, format.offset(plane, stride, chroma, height)), chroma);
            }
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException(
                    "rows of " + stride + " bytes, " + height + " of them, from " + offset + " on fit in no memory");
        }
    }

    private static long chromaStride(CameraFormat format, long stride, int width) {
        if (stride == format.stride(0, width)) {
            return format.stride(1, width);
        }
        return format.planes() == 2 ? stride : stride / 2;
    }

    /**
     * One plane, in whatever memory it is.
     *
     * @param offset bytes to its first row
     * @param stride bytes from a row to the next
     */
    public void plane(int plane, MemorySegment pixels, long offset, long stride) {
        memory[plane] = pixels;
        offsets[plane] = offset;
        strides[plane] = stride;
    }

    /** Lets go of all memory. */
    public void clear() {
        for (int plane = 0; plane < memory.length; plane++) {
            plane(plane, null, 0, 0);
        }
    }

    void check(CameraFormat format, int width, int height) {
        for (int plane = 0; plane < format.planes(); plane++) {
            if (memory[plane] == null) {
                throw new IllegalArgumentException(
                        format + " has " + format.planes() + " planes; the source has no plane " + plane);
            }
            Bounds.checkAccess(memory[plane]);
            Bounds.checkPlane(plane, memory[plane], offsets[plane], strides[plane],
                    format.rowBytes(plane, width), format.rows(plane, height));
        }
    }

    /** Copies from a row that was checked. */
    void copy(int plane, long row, long from, MemorySegment target, long bytes) {
        MemorySegment.copy(memory[plane], offsets[plane] + row * strides[plane] + from, target, 0, bytes);
    }
}
