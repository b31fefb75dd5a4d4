package io.github.spout4j.opengl.interop;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutTexture;

/** What makes Direct3D's textures known to OpenGL. For the thread of the context. */
public interface Interop {
    /** What OpenGL does with a texture. */
    enum Use {
        /** Reads it. */
        READ,
        /** Draws to all of it. */
        WRITE
    }

    /** Whether it has a way for textures of that format, as far as one knows before it is tried. */
    boolean takes(PixelFormat format);

    /**
     * Makes a texture known.
     *
     * @param texture stays open for as long
     * @param format  its format, which is taken
     * @throws io.github.spout4j.opengl.ways.UnsuitableWayException where the driver refuses
     */
    SharedImage open(SpoutTexture texture, PixelFormat format, Use use);

    /** Ends it, once all images are deleted. */
    void delete();
}
