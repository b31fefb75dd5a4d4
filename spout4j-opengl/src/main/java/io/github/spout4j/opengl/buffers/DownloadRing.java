package io.github.spout4j.opengl.buffers;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.ways.OutgoingWay;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A ring of pixel buffers: the GPU fills one while a thread of our own copies from another. The thread of the context calls all methods, and is held by
 * neither. Frames stay in their order. Allocates nothing for a frame.
 */
public final class DownloadRing implements OutgoingWay {
    /** One that the GPU fills, one that is copied from, one to begin with. */
    private static final int DEPTH = 3;
    private static final int TRUE = 1;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long FENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private final PixelStore store;
    private final PixelTransfer transfer;
    private final PixelLayouts layouts;
    private final FrameSink sink;
    private final Download[] slots = new Download[DEPTH];
    private final Thread thread;
    /** Frames that the GPU was asked for, that were mapped, that were copied and whose buffers are free again; each at most the one before. */
    private long asked;
    private volatile long mapped;
    private volatile long copied;
    private long freed;
    private volatile Thread waiting;
    private volatile boolean closing;
    private volatile RuntimeException failure;

    /**
     * @param flip  whether OpenGL's lowest row is a frame's lowest
     * @param alpha what the colours that OpenGL has carry
     * @param sink  called by a thread of this ring's
     */
    public DownloadRing(GlContext context, Scratch scratch, String name, boolean flip, Alpha alpha, FrameSink sink) {
        this.context = context;
        this.scratch = scratch;
        layouts = new PixelLayouts(flip, alpha);
        this.sink = sink;
        gl = context.gl();
        store = PixelStore.pack(context, scratch);
        transfer = new PixelTransfer(context, scratch);
        for (int i = 0; i < DEPTH; i++) {
            slots[i] = new Download(context, scratch);
        }
        thread = RingThread.start(name, this::run);
    }

    @Override
    public boolean take(ReadFramebuffer source, int width, int height, PixelFormat format, long timeoutMillis) {
        GlPixels pixels = GlPixels.toRead(source.format(), context.version().es(), prefersBgra(source.format()));
        int bound = scratch.integer(PixelBuffer.Use.READ.binding);
        try {
            advance(0);
            if (asked - freed == DEPTH && !await(DEPTH - 1, timeoutMillis)) {
                return false;
            }
            Download slot = slots[(int) (asked % DEPTH)];
            long rowBytes = (long) width * pixels.format().bytesPerPixel();
            slot.buffer.bind(rowBytes * height);
            slot.describe(width, height, format, layouts.of(pixels));
            read(pixels, width, height, rowBytes);
            slot.fence.set();
            asked++;
            return true;
        } finally {
            gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, bound);
        }
    }

    private boolean prefersBgra(PixelFormat format) {
        return !context.version().es() && format.bytesPerPixel() == Integer.BYTES && context.tellsReadFormat()
                && scratch.integer(Gl.IMPLEMENTATION_COLOR_READ_FORMAT) == Gl.BGRA;
    }

    private void read(GlPixels pixels, int width, int height, long rowBytes) {
        boolean clamps = !context.version().es() && scratch.integer(Gl.CLAMP_READ_COLOR) == TRUE;
        if (clamps) {
            gl.clampColor(Gl.CLAMP_READ_COLOR, Gl.FIXED_ONLY);
        }
        store.set(rowBytes);
        transfer.set();
        gl.readPixels(0, 0, width, height, pixels.components(), pixels.type(), 0);
        transfer.restore();
        store.restore();
        if (clamps) {
            gl.clampColor(Gl.CLAMP_READ_COLOR, TRUE);
        }
    }

    /** Lets every frame go on that can; the buffer that is bound to be read to is another afterwards. */
    private void advance(long fenceNanos) {
        long done = copied;
        while (freed < done) {
            PixelBuffer buffer = slots[(int) (freed % DEPTH)].buffer;
            if (buffer.needsUnmap()) {
                buffer.bind(0);
                buffer.unmap();
            }
            freed++;
        }
        long first = mapped;
        while (mapped < asked) {
            Download slot = slots[(int) (mapped % DEPTH)];
            if (!slot.fence.isOver(mapped == first ? fenceNanos : 0)) {
                break;
            }
            slot.buffer.bind(0);
            slot.buffer.map();
            mapped++; // by this thread alone
        }
        if (mapped != first) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until so few frames are on their way. */
    private boolean await(int atMost, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        waiting = Thread.currentThread();
        try {
            while (asked - freed > atMost) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (mapped == copied) {
                    advance(Math.min(left, FENCE_NANOS));
                } else {
                    LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
                    advance(0);
                }
            }
            return true;
        } finally {
            waiting = null;
        }
    }

    @Override
    public boolean drain(long timeoutMillis) {
        int bound = scratch.integer(PixelBuffer.Use.READ.binding);
        try {
            advance(0);
            return await(0, timeoutMillis);
        } finally {
            gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, bound);
        }
    }

    @Override
    public void poll() {
        if (asked > freed) {
            drain(0);
        }
    }

    @Override
    public RuntimeException takeFailure() {
        RuntimeException now = failure;
        if (now != null) {
            failure = null;
        }
        return now;
    }

    private void run() {
        while (!closing || mapped > copied) {
            if (mapped == copied) {
                LockSupport.park(this);
            } else {
                hand(slots[(int) (copied % DEPTH)]);
                copied++; // by this thread alone
                LockSupport.unpark(waiting);
            }
        }
    }

    private void hand(Download slot) {
        try {
            sink.frame(slot.buffer.memory(), slot.layout(), slot.width(), slot.height(), slot.format());
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new SpoutException("a frame was lost on " + thread.getName() + ": " + e, e);
        }
    }

    /** Waits until what is mapped was copied. */
    @Override
    public void end() {
        closing = true;
        LockSupport.unpark(thread);
        RingThread.awaitEnd(thread);
    }

    @Override
    public void delete() {
        for (Download slot : slots) {
            slot.fence.clear();
            slot.buffer.delete();
        }
    }
}
