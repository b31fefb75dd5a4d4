package io.github.spout4j.protocol;

import io.github.spout4j.PixelFormat;
import java.util.Optional;

/**
 * What a sender tells about itself (docs/protocol.md: Sender info). Numbers are as in shared memory, so any value is
 * possible: ask {@link #problem()} before use.
 *
 * @param shareHandle low 32 bits of the legacy shared handle, 0 where no texture is shared
 * @param width       pixels, unsigned
 * @param height      pixels, unsigned
 * @param format      see {@link DxgiFormat}
 * @param usage       unused, 0
 * @param description the path of the sending program
 * @param partnerId   flags: see {@link #sharesByCpu()}, {@link #sharesGlDx()}
 */
public record SharedTextureInfo(int shareHandle, int width, int height, int format, int usage, String description,
        int partnerId) {
    /** Pixels of the longest side that a Direct3D 11 texture can have. */
    public static final int MAX_SIDE = 16384;

    private static final int CPU = 1 << 31;
    private static final int GL_DX = 1 << 30;

    /** What a sender without a texture tells: it shares through memory. */
    public static SharedTextureInfo ofMemory(int width, int height, DxgiFormat format, String description) {
        return new SharedTextureInfo(0, width, height, format.code(), 0, description, CPU);
    }

    /**
     * What a sender of a texture tells, whose OpenGL, if it had one, could use it.
     *
     * @param shareHandle low 32 bits of the legacy shared handle
     */
    public static SharedTextureInfo ofTexture(int shareHandle, int width, int height, DxgiFormat format,
            String description) {
        return new SharedTextureInfo(shareHandle, width, height, format.code(), 0, description, GL_DX);
    }

    /** Whether a sender has made it and not filled it yet. */
    public boolean blank() {
        return shareHandle == 0 && width == 0 && height == 0 && format == 0;
    }

    /** The texture's handle: the stored half, sign-extended. */
    public long handle() {
        return shareHandle;
    }

    /** Whether the sender says that it copies through the CPU. */
    public boolean sharesByCpu() {
        return (partnerId & CPU) != 0;
    }

    /** Whether the sender says that its OpenGL can use DirectX textures. */
    public boolean sharesGlDx() {
        return (partnerId & GL_DX) != 0;
    }

    /** The pixel format, empty where spout4j cannot read it. */
    public Optional<PixelFormat> pixelFormat() {
        return PixelFormat.ofDxgiFormat(format);
    }

    /** Bytes of one frame without padding; 0 where there is a {@link #problem()}. */
    public long frameBytes() {
        return validSide(width) && validSide(height)
                ? pixelFormat().map(known -> (long) width * height * known.bytesPerPixel()).orElse(0L)
                : 0;
    }

    /** Why no frame can be had from this sender, in words for its user; empty where all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem(width, height, format));
    }

    /** Why no frame like that can be had from its sender; null where it can. */
    public static String problem(int width, int height, int format) {
        if (!validSide(width) || !validSide(height)) {
            return "its size is " + Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height)
                    + "; each side must be 1 to " + MAX_SIDE;
        }
        return PixelFormat.ofDxgiFormat(format).isPresent()
                ? null
                : "it sends " + DxgiFormat.describe(format)
                        + ", which spout4j cannot read: let it send another format, such as RGBA8";
    }

    private static boolean validSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }
}
