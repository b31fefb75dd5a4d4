package io.github.spout4j.opengl.buffers;

import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import java.lang.foreign.MemorySegment;

/**
 * A pixel buffer object, whose memory any thread may use while it is mapped; all else is for the thread of the context. Where the
 * context can, it is mapped for good.
 */
final class PixelBuffer {
    /** Which way its pixels go. */
    enum Use {
        READ(Gl.PIXEL_PACK_BUFFER, Gl.PIXEL_PACK_BUFFER_BINDING, Gl.STREAM_READ, Gl.MAP_READ_BIT,
                Gl.CLIENT_STORAGE_BIT),
        WRITE(Gl.PIXEL_UNPACK_BUFFER, Gl.PIXEL_UNPACK_BUFFER_BINDING, Gl.STREAM_DRAW, Gl.MAP_WRITE_BIT, 0);

        final int target;
        final int binding;
        private final int usage;
        private final int access;
        private final int storage;

        Use(int target, int binding, int usage, int access, int storage) {
            this.target = target;
            this.binding = binding;
            this.usage = usage;
            this.access = access;
            this.storage = storage;
        }
    }

    private static final int FOR_GOOD = Gl.MAP_PERSISTENT_BIT | Gl.MAP_COHERENT_BIT;

    private final GlFunctions gl;
    private final Scratch scratch;
    private final Use use;
    private final boolean persistent;
    private int name;
    private long bytes;
    private MemorySegment memory;
    private boolean mapped;

    PixelBuffer(GlContext context, Scratch scratch, Use use) {
        gl = context.gl();
        this.scratch = scratch;
        this.use = use;
        persistent = context.hasPersistentBuffers();
    }

    long bytes() {
        return bytes;
    }

    /** Makes it that large at least, where it is not; what it had is lost then. Leaves it bound. */
    void bind(long needed) {
        if (bytes >= needed && name != 0) {
            gl.bindBuffer(use.target, name);
            return;
        }
        delete();
        gl.genBuffers(1, scratch.address());
        name = scratch.value();
        gl.bindBuffer(use.target, name);
        if (persistent) {
            gl.bufferStorage(use.target, needed, 0, use.access | FOR_GOOD | use.storage);
        } else {
            gl.bufferData(use.target, needed, 0, use.usage);
        }
        bytes = needed;
    }

    /** Maps it, if it is not, where it is bound; stays bound. */
    void map() {
        if (mapped) {
            return;
        }
        int access = persistent
                ? use.access | FOR_GOOD
                : use == Use.WRITE ? use.access | Gl.MAP_INVALIDATE_BUFFER_BIT : use.access;
        long address = gl.mapBufferRange(use.target, 0, bytes, access);
        if (address == 0) {
            throw new SpoutException("OpenGL gives no access to a pixel buffer of " + bytes
                    + " bytes; is the graphics card's memory full?");
        }
        if (memory == null || memory.address() != address || memory.byteSize() != bytes) {
            memory = at(address, bytes);
        }
        mapped = true;
    }

    @SuppressWarnings("restricted")
    private static MemorySegment at(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** Whether OpenGL needs it unmapped before it uses it. */
    boolean needsUnmap() {
        return mapped && !persistent;
    }

    /** Where {@link #needsUnmap}, and it is bound. */
    void unmap() {
        mapped = false;
        gl.unmapBuffer(use.target);
    }

    boolean isMapped() {
        return mapped;
    }

    /** All of it, while it is mapped. */
    MemorySegment memory() {
        return memory;
    }

    /** While nobody uses its memory. */
    void delete() {
        if (name != 0) {
            gl.deleteBuffers(1, scratch.of(name));
            name = 0;
            bytes = 0;
            mapped = false;
            memory = null;
        }
    }
}
