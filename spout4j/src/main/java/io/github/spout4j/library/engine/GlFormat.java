package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;

/** The formats in which SendImage and ReceiveImage take pixels: 8 bits a channel. */
final class GlFormat {
    private static final int GL_RGBA = 0x1908;
    private static final int GL_BGRA = 0x80E1;

    private GlFormat() {}

    /** The nearest of the two formats. */
    static PixelFormat nearest(PixelFormat format) {
        return format == PixelFormat.BGRA8 || format == PixelFormat.BGRX8 || format == PixelFormat.BGRA8_SRGB
                ? PixelFormat.BGRA8
                : PixelFormat.RGBA8;
    }

    static int of(PixelFormat format) {
        return nearest(format) == PixelFormat.BGRA8 ? GL_BGRA : GL_RGBA;
    }
}
