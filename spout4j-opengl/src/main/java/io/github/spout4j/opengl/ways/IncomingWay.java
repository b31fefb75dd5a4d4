package io.github.spout4j.opengl.ways;

import io.github.spout4j.PixelFormat;

/** The way of a receiver's frames. All is for the thread of the context, but {@link #end}. */
public interface IncomingWay {
    /**
     * Puts the newest frame into a texture, if there is one that it did not have before.
     *
     * @param texture       of GL_TEXTURE_2D; 0 for one that this makes, and owns
     * @param timeoutMillis ms to wait for a frame at most
     * @return whether there was one
     */
    boolean put(int texture, long timeoutMillis);

    /** The texture that this made; 0 before. */
    int ownTexture();

    /** Of the frame that was put last, pixels; 0 before the first. */
    int width();

    int height();

    /** As what its pixels were given to OpenGL; null before the first. */
    PixelFormat format();

    long number();

    /** Ends what runs on other threads; any thread may. */
    void end();

    /** Frees OpenGL's objects, after {@link #end}. */
    void delete();
}
