package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;
import java.util.EnumSet;
import java.util.Set;

/** What SpoutLibrary.dll does with a format. */
final class DllFormat {
    private static final int GL_RGBA = 0x1908;
    private static final int GL_BGRA = 0x80E1;

    /** Those of WGL_NV_DX_interop that the SDK names for SetSenderFormat; its receiver opens no other. */
    private static final Set<PixelFormat> SHARED = EnumSet.of(PixelFormat.RGBA8, PixelFormat.BGRA8, PixelFormat.BGRX8,
            PixelFormat.RGBA8_SRGB, PixelFormat.RGBA8_SNORM, PixelFormat.RGB10A2, PixelFormat.RGBA16,
            PixelFormat.RGBA16_SNORM, PixelFormat.RGBA16F, PixelFormat.RGBA32F);

    private DllFormat() {}

    /** Whether it makes textures of such pixels. */
    static boolean isShared(PixelFormat format) {
        return SHARED.contains(format);
    }

    static Set<PixelFormat> shared() {
        return SHARED;
    }

    /** Whether SendImage and ReceiveImage take such pixels as they are: both know 8 bits a channel alone. */
    static boolean isImage(PixelFormat format) {
        return format == PixelFormat.RGBA8 || format == PixelFormat.BGRA8;
    }

    /** As which image ReceiveImage gives such pixels, for builds that give no textures; the same format where as none. */
    static PixelFormat received(PixelFormat format) {
        return switch (format) {
            case BGRX8, BGRA8_SRGB -> PixelFormat.BGRA8;
            default -> format;
        };
    }

    /** The GL format of an image. */
    static int gl(PixelFormat image) {
        return image == PixelFormat.BGRA8 ? GL_BGRA : GL_RGBA;
    }
}
