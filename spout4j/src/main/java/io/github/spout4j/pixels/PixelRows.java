package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import java.lang.foreign.MemorySegment;

/** Rows of pixels in memory. One thread at a time. */
abstract class PixelRows implements PlanarRows {
    private MemorySegment memory;
    private long top;
    private long pitch;

    /**
     * @param alpha    what is done to the pixels between memory and planes, whichever way they go
     * @param scalings and to their numbers, of which 1 is {@link #unit}
     */
    static PixelRows of(PixelFormat format, AlphaStep alpha, int width, Scaling[] scalings) {
        return isQuads(format, alpha)
                ? new QuadRows(format, alpha, width, scalings)
                : new CodecRows(format, alpha, width, scalings);
    }

    /** What 1 is in the planes, before scaling or after, of such pixels. */
    static int unit(PixelFormat format, AlphaStep alpha) {
        return isQuads(format, alpha) ? QuadRows.UNIT : 1;
    }

    private static boolean isQuads(PixelFormat format, AlphaStep alpha) {
        return QuadCodec.is(format) && !alpha.changesColours();
    }

    /** Pixels that are there, until {@link #hide}. */
    final void show(MemorySegment newMemory, PixelLayout layout, int width, int height) {
        memory = newMemory;
        pitch = layout.rowPitchFor(width);
        top = 0;
        if (layout.flip()) {
            top = (height - 1) * pitch;
            pitch = -pitch;
        }
    }

    final void hide() {
        memory = null;
    }

    @Override
    public final void read(int y, float[][] planes) {
        read(memory, top + y * pitch, planes);
    }

    @Override
    public final void write(float[][] planes, int y) {
        write(planes, memory, top + y * pitch);
    }

    abstract void read(MemorySegment source, long from, float[][] planes);

    abstract void write(float[][] planes, MemorySegment target, long to);
}
