package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** A buffer of a {@link VideoOutput}: its memory stays for as long as somebody holds it. */
public final class OutputFrame {
    private static final int ROW_ALIGNMENT = 4;

    private final StreamBuffer buffer;
    private final PixelFormat pixels;
    private final int width;
    private final int height;
    /** Whether PipeWire has given it to us. */
    private boolean collected;

    /** With new memory for frames of a format. */
    OutputFrame(long buffer, StreamFormat format, PixelFormat pixels) {
        this.pixels = pixels;
        width = format.width();
        height = format.height();
        this.buffer = StreamBuffer.toWrite(buffer, bytes());
    }

    /** Bytes from one row to the next, as GStreamer expects them. */
    static int rowPitch(int width, PixelFormat pixels) {
        return width * pixels.bytesPerPixel() + ROW_ALIGNMENT - 1 & -ROW_ALIGNMENT;
    }

    StreamBuffer buffer() {
        return buffer;
    }

    boolean collected() {
        return collected;
    }

    void collected(boolean now) {
        collected = now;
    }

    /** How pixels are to lie. */
    public PixelFormat pixels() {
        return pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Bytes from one row to the next. */
    public int rowPitch() {
        return rowPitch(width, pixels);
    }

    /** {@code rowPitch * height}. */
    public long bytes() {
        return (long) rowPitch() * height;
    }

    /** For who holds it. */
    public MemorySegment memory() {
        return buffer.memory(0).memory();
    }

    void hold() {
        buffer.memory(0).hold();
    }

    /** Whoever has begun it, or holds it, needs it no more. */
    public void release() {
        buffer.memory(0).release();
    }
}
