package io.github.spout4j.opengl.ways;

/** The way of a receiver's frames. All is for the thread of the context, but {@link #end}. */
public interface IncomingWay {
    /**
     * Puts the newest frame into a texture, if there is one that it did not have before.
     *
     * @param texture       of GL_TEXTURE_2D; 0 for the receiver's own
     * @param timeoutMillis ms to wait for a frame at most
     * @return whether there was one
     * @throws UnsuitableWayException where this way has none for such frames
     */
    boolean put(int texture, long timeoutMillis);

    /** Ends what runs on other threads; any thread may. */
    void end();

    /** Frees OpenGL's objects, after {@link #end}. */
    void delete();
}
