package io.github.spout4j.opengl;

/** How pixels go between OpenGL and Spout: the first that there is, unless a builder asks for another. */
public enum GlWay {
    /**
     * Windows, where the driver has WGL_NV_DX_interop2, as those of graphics cards do: OpenGL draws to Direct3D's textures, and reads them, and the driver keeps the two
     * apart. Nothing leaves the graphics card.
     */
    DX_INTEROP,
    /** Windows, where the driver has GL_EXT_memory_object_win32, for formats whose red comes first: OpenGL's textures in the memory of Direct3D's. Nothing leaves the graphics card. */
    MEMORY_OBJECTS,
    /** Everywhere: pixel buffer objects that the GPU fills or empties while the program goes on, and one copy by a thread of spout4j's. */
    PIXEL_BUFFERS
}
