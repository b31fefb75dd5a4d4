package io.github.spout4j.opengl.buffers;

import io.github.spout4j.opengl.context.Fence;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** One frame on its way from memory to OpenGL. In whose hands it is, is guarded by its {@link UploadRing}. */
final class Upload {
    /** In whose hands it is. */
    enum State {
        FREE, FILLING, FILLED, TAKEN, IN_USE
    }

    /** Null where it is plain memory: for frames that came before there was a buffer for them. */
    final PixelBuffer buffer;
    final Fence fence;
    State state = State.FREE;
    /** The later it was filled, the higher. */
    long order;
    private MemorySegment memory = MemorySegment.NULL;
    private Arena arena;
    private int width;
    private int height;
    private GlPixels pixels;
    private long number;

    private Upload(PixelBuffer buffer, Fence fence) {
        this.buffer = buffer;
        this.fence = fence;
    }

    static Upload ofBuffer(GlContext context, Scratch scratch) {
        return new Upload(new PixelBuffer(context, scratch, PixelBuffer.Use.WRITE), new Fence(context));
    }

    static Upload ofMemory() {
        return new Upload(null, null);
    }

    /** Whether a frame of so many bytes can be written to it. */
    boolean holds(long bytes) {
        return buffer == null || buffer.isMapped() && buffer.bytes() >= bytes;
    }

    /** Where to write a frame that it {@link #holds}. */
    MemorySegment memory(long bytes) {
        if (buffer != null) {
            return buffer.memory();
        }
        if (memory.byteSize() < bytes) {
            free();
            arena = Arena.ofShared();
            memory = arena.allocate(bytes, Long.BYTES);
        }
        return memory;
    }

    /** Where OpenGL finds the pixels: an address, or 0 in the buffer. */
    long offset() {
        return buffer == null ? memory.address() : 0;
    }

    void describe(int newWidth, int newHeight, GlPixels newPixels, long newNumber) {
        width = newWidth;
        height = newHeight;
        pixels = newPixels;
        number = newNumber;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    GlPixels pixels() {
        return pixels;
    }

    long number() {
        return number;
    }

    /** Frees plain memory. */
    void free() {
        if (arena != null) {
            arena.close();
            arena = null;
            memory = MemorySegment.NULL;
        }
    }
}
