package io.github.spout4j.opengl.buffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import java.lang.foreign.MemorySegment;

/** Takes frames whose pixels have come to memory. */
@FunctionalInterface
public interface FrameSink {
    /**
     * Copies a frame.
     *
     * @param pixels to be read until this returns
     * @param layout how they lie
     * @param format what the frame is to be sent as
     */
    void frame(MemorySegment pixels, PixelLayout layout, int width, int height, PixelFormat format);
}
