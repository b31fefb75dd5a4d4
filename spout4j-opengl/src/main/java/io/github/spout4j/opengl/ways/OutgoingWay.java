package io.github.spout4j.opengl.ways;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;

/** The way of a sender's frames. All is for the thread of the context, but {@link #end}. */
public interface OutgoingWay {
    /**
     * Takes a frame, which is published now or soon.
     *
     * @param source        bound
     * @param format        what to send it as
     * @param timeoutMillis ms to wait where too many are on their way already
     * @return false where there still were
     */
    boolean take(ReadFramebuffer source, int width, int height, PixelFormat format, long timeoutMillis);

    /** Lets frames that the GPU has done go on, without waiting. */
    void poll();

    /**
     * Waits until all frames are published.
     *
     * @return false where they were not in time, or the thread was interrupted
     */
    boolean drain(long timeoutMillis);

    /** What went wrong with a frame since the last call; null where nothing. */
    RuntimeException takeFailure();

    /** Ends what runs on other threads; any thread may. */
    void end();

    /**
     * Frees what it has, after {@link #end}.
     *
     * @param usable whether OpenGL's objects can be freed too; the context's end frees them otherwise
     */
    void delete(boolean usable);
}
