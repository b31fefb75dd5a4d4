package io.github.spout4j.opengl.buffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.Scratch;

/** One frame on its way from OpenGL to memory: the buffer that it is read to, and what it is. */
final class Download {
    final PixelBuffer buffer;
    final Fence fence;
    private int width;
    private int height;
    private PixelFormat format;
    private PixelLayout layout;

    Download(GlContext context, Scratch scratch) {
        buffer = new PixelBuffer(context, scratch, PixelBuffer.Use.READ);
        fence = new Fence(context);
    }

    void describe(int newWidth, int newHeight, PixelFormat newFormat, PixelLayout newLayout) {
        width = newWidth;
        height = newHeight;
        format = newFormat;
        layout = newLayout;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What the frame is to be sent as. */
    PixelFormat format() {
        return format;
    }

    /** How its pixels lie in the buffer. */
    PixelLayout layout() {
        return layout;
    }
}
