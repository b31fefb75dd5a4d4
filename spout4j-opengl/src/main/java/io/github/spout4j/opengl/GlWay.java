package io.github.spout4j.opengl;

/** How pixels go between OpenGL and Spout. */
public enum GlWay {
    /** Windows, WGL_NV_DX_interop2: OpenGL draws to, and reads from, Spout's Direct3D texture. On the graphics card alone. */
    DX_INTEROP,
    /** Windows, GL_EXT_memory_object_win32: OpenGL has the shared texture's memory by its share handle. On the graphics card alone. */
    MEMORY_OBJECT,
    /** Everywhere: pixel buffer objects that the GPU fills or empties while the program goes on, and one copy by a thread of spout4j's. */
    PIXEL_BUFFERS
}
