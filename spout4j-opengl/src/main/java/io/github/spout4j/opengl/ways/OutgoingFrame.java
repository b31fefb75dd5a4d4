package io.github.spout4j.opengl.ways;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;

/** A place for one frame on its way out, used again and again. All is for the thread of the context, but {@link #publish}. */
public interface OutgoingFrame {
    /**
     * Has the GPU take a frame.
     *
     * @param source bound
     * @param format what to send it as
     * @throws UnsuitableWayException where this way has none for such frames
     */
    void take(ReadFramebuffer source, int width, int height, PixelFormat format);

    /** Whether the GPU has taken all of it, waiting for so long at most; then it can be published. */
    boolean isTaken(long nanos);

    /** Publishes it; for the ring's thread. */
    void publish();

    /** Makes the place free, once it is published. */
    void release();

    /**
     * Frees what it has.
     *
     * @param usable whether OpenGL's objects can be freed too; the context's end frees them otherwise
     */
    void delete(boolean usable);
}
