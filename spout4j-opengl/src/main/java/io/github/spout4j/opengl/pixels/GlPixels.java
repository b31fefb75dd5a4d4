package io.github.spout4j.opengl.pixels;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.context.Gl;

/** How OpenGL calls the bytes of a {@link PixelFormat}: the one table of that. */
public enum GlPixels {
    RGBA8(PixelFormat.RGBA8, Gl.RGBA8, Gl.RGBA, Gl.UNSIGNED_BYTE),
    BGRA8(PixelFormat.BGRA8, Gl.RGBA8, Gl.BGRA, Gl.UNSIGNED_BYTE),
    RGBA8_SRGB(PixelFormat.RGBA8_SRGB, Gl.SRGB8_ALPHA8, Gl.RGBA, Gl.UNSIGNED_BYTE),
    BGRA8_SRGB(PixelFormat.BGRA8_SRGB, Gl.SRGB8_ALPHA8, Gl.BGRA, Gl.UNSIGNED_BYTE),
    RGBA8_SNORM(PixelFormat.RGBA8_SNORM, Gl.RGBA8_SNORM, Gl.RGBA, Gl.BYTE),
    RGB10A2(PixelFormat.RGB10A2, Gl.RGB10_A2, Gl.RGBA, Gl.UNSIGNED_INT_2_10_10_10_REV),
    RGBA16(PixelFormat.RGBA16, Gl.RGBA16, Gl.RGBA, Gl.UNSIGNED_SHORT),
    RGBA16_SNORM(PixelFormat.RGBA16_SNORM, Gl.RGBA16_SNORM, Gl.RGBA, Gl.SHORT),
    RGBA16F(PixelFormat.RGBA16F, Gl.RGBA16F, Gl.RGBA, Gl.HALF_FLOAT),
    RGBA32F(PixelFormat.RGBA32F, Gl.RGBA32F, Gl.RGBA, Gl.FLOAT),
    R11G11B10F(PixelFormat.R11G11B10F, Gl.R11F_G11F_B10F, Gl.RGB, Gl.UNSIGNED_INT_10F_11F_11F_REV),
    R8(PixelFormat.R8, Gl.R8, Gl.RED, Gl.UNSIGNED_BYTE),
    RG8(PixelFormat.RG8, Gl.RG8, Gl.RG, Gl.UNSIGNED_BYTE),
    R16(PixelFormat.R16, Gl.R16, Gl.RED, Gl.UNSIGNED_SHORT),
    RG16(PixelFormat.RG16, Gl.RG16, Gl.RG, Gl.UNSIGNED_SHORT),
    R16F(PixelFormat.R16F, Gl.R16F, Gl.RED, Gl.HALF_FLOAT),
    RG16F(PixelFormat.RG16F, Gl.RG16F, Gl.RG, Gl.HALF_FLOAT),
    R32F(PixelFormat.R32F, Gl.R32F, Gl.RED, Gl.FLOAT),
    RG32F(PixelFormat.RG32F, Gl.RG32F, Gl.RG, Gl.FLOAT);

    private static final GlPixels[] OF_FORMAT = new GlPixels[PixelFormat.values().length];

    static {
        for (GlPixels pixels : values()) {
            OF_FORMAT[pixels.format.ordinal()] = pixels;
        }
    }

    private final PixelFormat format;
    private final int internalFormat;
    private final int components;
    private final int type;

    GlPixels(PixelFormat format, int internalFormat, int components, int type) {
        this.format = format;
        this.internalFormat = internalFormat;
        this.components = components;
        this.type = type;
    }

    public PixelFormat format() {
        return format;
    }

    /** Of a texture that holds such pixels. */
    public int internalFormat() {
        return internalFormat;
    }

    /** What OpenGL calls the format of pixels in memory. */
    public int components() {
        return components;
    }

    /** What OpenGL calls their type. */
    public int type() {
        return type;
    }

    /** As what pixels of that format, which a framebuffer has, are read. */
    public static GlPixels toRead(PixelFormat attached, boolean es, boolean prefersBgra) {
        if (!es) {
            boolean bytes = attached == PixelFormat.RGBA8 || attached == PixelFormat.RGBA8_SRGB;
            return bytes && prefersBgra ? BGRA8 : OF_FORMAT[attached.ordinal()];
        }
        // OpenGL ES promises one for each kind of numbers
        return switch (attached.numbers()) {
            case FLOAT -> RGBA32F;
            case SNORM -> attached.bits(0) > Byte.SIZE ? RGBA16_SNORM : RGBA8_SNORM;
            case UNORM -> attached == PixelFormat.RGB10A2 ? RGB10A2 : attached.bits(0) > Byte.SIZE ? RGBA16 : RGBA8;
        };
    }

    /** As what frames of that format are given to a texture. */
    public static GlPixels toWrite(PixelFormat sent, boolean es) {
        return switch (sent) {
            case BGRX8 -> RGBA8; // and its alpha is 1
            case BGRA8 -> es ? RGBA8 : BGRA8;
            case BGRA8_SRGB -> es ? RGBA8_SRGB : BGRA8_SRGB;
            case RGBA16, RGBA16_SNORM -> es ? RGBA16F : OF_FORMAT[sent.ordinal()];
            case RG16 -> es ? RG16F : RG16;
            case R16 -> es ? R16F : R16;
            default -> OF_FORMAT[sent.ordinal()];
        };
    }
}
