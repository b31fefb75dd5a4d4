package io.github.spout4j.opengl.buffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.opengl.context.Fence;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.ways.OutgoingFrame;

/** A pixel buffer that the GPU fills with a frame, which is copied from there. */
public final class Download implements OutgoingFrame {
    private static final int TRUE = 1;

    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private final PixelStore store;
    private final PixelTransfer transfer;
    private final PixelLayouts layouts;
    private final FrameSink sink;
    private final PixelBuffer buffer;
    private final Fence fence;
    private int width;
    private int height;
    private PixelFormat format;
    private PixelLayout layout;

    /** @param sink called by the ring's thread */
    public Download(GlContext context, Scratch scratch, PixelLayouts layouts, FrameSink sink) {
        this.context = context;
        this.scratch = scratch;
        this.layouts = layouts;
        this.sink = sink;
        gl = context.gl();
        store = PixelStore.pack(context, scratch);
        transfer = new PixelTransfer(context, scratch);
        buffer = new PixelBuffer(context, scratch, PixelBuffer.Use.READ);
        fence = new Fence(context);
    }

    @Override
    public void take(ReadFramebuffer source, int newWidth, int newHeight, PixelFormat newFormat) {
        GlPixels pixels = GlPixels.toRead(source.format(), context.version().es(), prefersBgra(source.format()));
        width = newWidth;
        height = newHeight;
        format = newFormat;
        layout = layouts.of(pixels);
        long rowBytes = (long) width * pixels.format().bytesPerPixel();
        int bound = scratch.integer(PixelBuffer.Use.READ.binding);
        try {
            buffer.bind(rowBytes * height);
            read(pixels, rowBytes);
            fence.set();
        } finally {
            gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, bound);
        }
    }

    private boolean prefersBgra(PixelFormat attached) {
        return !context.version().es() && attached.bytesPerPixel() == Integer.BYTES && context.tellsReadFormat()
                && scratch.integer(Gl.IMPLEMENTATION_COLOR_READ_FORMAT) == Gl.BGRA;
    }

    private void read(GlPixels pixels, long rowBytes) {
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

    @Override
    public boolean isTaken(long nanos) {
        boolean taken = fence.isOver(nanos);
        if (taken && !buffer.isMapped()) {
            int bound = scratch.integer(PixelBuffer.Use.READ.binding);
            try {
                buffer.bind(0);
                buffer.map();
            } finally {
                gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, bound);
            }
        }
        return taken;
    }

    @Override
    public void publish() {
        sink.frame(buffer.memory(), layout, width, height, format);
    }

    @Override
    public void release() {
        if (buffer.needsUnmap()) {
            int bound = scratch.integer(PixelBuffer.Use.READ.binding);
            buffer.bind(0);
            buffer.unmap();
            gl.bindBuffer(Gl.PIXEL_PACK_BUFFER, bound);
        }
    }

    @Override
    public void delete(boolean usable) {
        if (usable) {
            fence.clear();
            buffer.delete();
        }
    }
}
