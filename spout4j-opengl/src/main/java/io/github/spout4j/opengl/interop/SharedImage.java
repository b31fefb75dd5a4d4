package io.github.spout4j.opengl.interop;

/** A Direct3D 11 texture that OpenGL knows as one of its own, of GL_TEXTURE_2D. For the thread of the context. */
interface SharedImage {
    /** OpenGL's name of it. */
    int name();

    /** Before OpenGL uses it. */
    void begin();

    /** After OpenGL was told all that it is to do with it. */
    void end();

    /** Has OpenGL forget it; the texture stays. */
    void delete();
}
