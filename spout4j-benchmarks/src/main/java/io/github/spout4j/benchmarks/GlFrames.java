package io.github.spout4j.benchmarks;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Textures of RGBA8 in a context without a window, and what a program does by itself to have their pixels in memory, or pixels of memory in them. Textures take turns: together they are larger
 * than processor caches. For one thread, which has the context; not of the thread, as JMH would set up two.
 */
@State(Scope.Benchmark)
public class GlFrames {
    private static final int TEXTURES_BYTES = 128 << 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Param({"1920x1080", "3840x2160"})
    public String size;

    int width;
    int height;
    /** A frame in memory. */
    MemorySegment memory;
    private long bytes;
    private Arena arena;
    private OffScreen context;
    private GlFunctions gl;
    private MemorySegment name;
    private int[] textures;
    private int[] framebuffers;
    private int packBuffer;
    private int unpackBuffer;
    private int turn;

    @Setup
    public void make() {
        String[] numbers = size.split("x");
        width = Integer.parseInt(numbers[0]);
        height = Integer.parseInt(numbers[1]);
        bytes = 4L * width * height;
        arena = Arena.ofShared();
        memory = arena.allocate(bytes, 64).fill((byte) 0x5A);
        name = arena.allocate(ValueLayout.JAVA_INT);
        context = new OffScreen();
        gl = GlContext.current().gl();
        int count = Math.toIntExact(Math.ceilDiv(TEXTURES_BYTES, bytes));
        textures = new int[count];
        framebuffers = new int[count];
        for (int i = 0; i < count; i++) {
            textures[i] = texture(0x01020304 * (i + 1));
            framebuffers[i] = framebuffer(textures[i]);
        }
        packBuffer = buffer(Gl.PIXEL_PACK_BUFFER, Gl.STREAM_READ);
        unpackBuffer = buffer(Gl.PIXEL_UNPACK_BUFFER, Gl.STREAM_DRAW);
    }

    private int texture(int colour) {
        for (long i = 0; i < bytes; i += Integer.BYTES) {
            memory.set(ValueLayout.JAVA_INT, i, colour + (int) i);
        }
        gl.genTextures(1, name.address());
        int texture = name.get(ValueLayout.JAVA_INT, 0);
        gl.bindTexture(Gl.TEXTURE_2D, texture);
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MIN_FILTER, Gl.NEAREST);
        gl.texImage2D(Gl.TEXTURE_2D, 0, Gl.RGBA8, width, height, 0, Gl.RGBA, Gl.UNSIGNED_BYTE, memory.address());
        gl.bindTexture(Gl.TEXTURE_2D, 0);
        return texture;
    }

    private int framebuffer(int texture) {
        gl.genFramebuffers(1, name.address());
        int framebuffer = name.get(ValueLayout.JAVA_INT, 0);
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, framebuffer);
        gl.framebufferTexture2D(Gl.READ_FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, Gl.TEXTURE_2D, texture, 0);
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, 0);
        return framebuffer;
    }

    private int buffer(int target, int usage) {
        gl.genBuffers(1, name.address());
        int buffer = name.get(ValueLayout.JAVA_INT, 0);
        gl.bindBuffer(target, buffer);
        gl.bufferData(target, bytes, 0, usage);
        gl.bindBuffer(target, 0);
        return buffer;
    }

    @TearDown
    public void free() {
        context.close();
        arena.close();
    }

    /** The next texture. */
    int texture() {
        turn = (turn + 1) % textures.length;
        return textures[turn];
    }

    /** glReadPixels of the next texture into a pixel buffer. */
    void read() {
        turn = (turn + 1) % textures.length;
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, framebuffers[turn]);
        gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, packBuffer);
        gl.readPixels(0, 0, width, height, Gl.RGBA, Gl.UNSIGNED_BYTE, 0);
        gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, 0);
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, 0);
        gl.flush();
    }

    /** And a copy of its memory. */
    void readAndCopy() {
        read();
        gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, packBuffer);
        MemorySegment.copy(mapped(Gl.PIXEL_PACK_BUFFER, Gl.MAP_READ_BIT), 0, memory, 0, bytes);
        gl.unmapBuffer(Gl.PIXEL_PACK_BUFFER);
        gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, 0);
    }

    /** A copy of memory into a pixel buffer, and glTexSubImage2D from there to the next texture. */
    void copyAndUpload() {
        gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, unpackBuffer);
        MemorySegment.copy(memory, 0,
                mapped(Gl.PIXEL_UNPACK_BUFFER, Gl.MAP_WRITE_BIT | Gl.MAP_INVALIDATE_BUFFER_BIT), 0, bytes);
        gl.unmapBuffer(Gl.PIXEL_UNPACK_BUFFER);
        gl.bindTexture(Gl.TEXTURE_2D, texture());
        gl.texSubImage2D(Gl.TEXTURE_2D, 0, 0, 0, width, height, Gl.RGBA, Gl.UNSIGNED_BYTE, 0);
        gl.bindTexture(Gl.TEXTURE_2D, 0);
        gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, 0);
        finish();
    }

    @SuppressWarnings("restricted")
    private MemorySegment mapped(int target, int access) {
        return MemorySegment.ofAddress(gl.mapBufferRange(target, 0, bytes, access)).reinterpret(bytes);
    }

    /** Waits until the GPU has done all. */
    void finish() {
        long fence = gl.fenceSync(Gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
        if (gl.clientWaitSync(fence, Gl.SYNC_FLUSH_COMMANDS_BIT, PATIENCE_NANOS) == Gl.TIMEOUT_EXPIRED) {
            throw new AssertionError("the GPU does not end");
        }
        gl.deleteSync(fence);
    }
}
