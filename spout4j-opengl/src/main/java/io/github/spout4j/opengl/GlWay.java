package io.github.spout4j.opengl;

/** How pixels go between OpenGL and Spout. */
public enum GlWay {
    /** Everywhere: pixel buffer objects that the GPU fills or empties while the program goes on, and one copy by a thread of spout4j's. */
    PIXEL_BUFFERS
}
