package io.github.spout4j.library;

import java.lang.foreign.MemorySegment;

/** Changes of pixels in memory. */
public sealed interface SpoutPixels permits SpoutLibrary {
    /**
     * Sets the alpha of all RGBA or BGRA pixels.
     *
     * @param pixels native memory, rows without gaps
     * @param width pixels
     * @param height pixels
     * @param alpha 0 to 255
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default void clearAlpha(MemorySegment pixels, int width, int height, int alpha) {
        GlPixels.require(pixels, width, height, 0);
        Calls.of(this).call(Sdk.CLEAR_ALPHA, pixels, width, height, alpha);
    }

    /**
     * Turns an image upside down.
     *
     * @param pixels native memory, rows without gaps
     * @param width pixels
     * @param height pixels
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default void flipBuffer(MemorySegment pixels, int width, int height, int glFormat) {
        GlPixels.require(pixels, width, height, glFormat);
        Calls.of(this).call(Sdk.FLIP_BUFFER, pixels, width, height, glFormat);
    }

    /**
     * Copies an image upside down.
     *
     * @param source native memory, rows without gaps
     * @param target other native memory, rows without gaps
     * @param width pixels
     * @param height pixels
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default void flipBuffer(MemorySegment source, MemorySegment target, int width, int height, int glFormat) {
        GlPixels.require(source, width, height, glFormat);
        GlPixels.require(target, width, height, glFormat);
        Calls.of(this).call(Sdk.FLIP_BUFFER_COPY, source, target, width, height, glFormat);
    }
}
