package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.MemorySegment;

/** OpenGL: a context, and textures. A context belongs to the thread that made it; use a platform thread. */
public sealed interface SpoutOpenGL permits SpoutLibrary {
    /**
     * Makes an OpenGL context, current on this thread, in a hidden window.
     *
     * @return whether that worked
     */
    default boolean createOpenGL() {
        Calls calls = Calls.of(this);
        return bool(calls.has(Sdk.CREATE_OPENGL_OLD)
                ? calls.call(Sdk.CREATE_OPENGL_OLD)
                : calls.call(Sdk.CREATE_OPENGL, 0));
    }

    /**
     * Makes an OpenGL context, current on this thread, in a window.
     *
     * @param hwnd a window; 0 for none
     * @return whether that worked
     */
    default boolean createOpenGL(long hwnd) {
        return bool(Calls.of(this).call(Sdk.CREATE_OPENGL, hwnd));
    }

    /**
     * Ends the context of {@link #createOpenGL}, on its thread.
     *
     * @return whether that worked
     */
    default boolean closeOpenGL() {
        return bool(Calls.of(this).call(Sdk.CLOSE_OPENGL));
    }

    /**
     * Makes a texture.
     *
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @param width pixels
     * @param height pixels
     * @return its name
     */
    default int initTexture(int glFormat, int width, int height) {
        return Calls.of(this).intOut(Sdk.INIT_TEXTURE, glFormat, width, height);
    }

    /**
     * Copies a texture to another.
     *
     * @param sourceId the name of a GL texture
     * @param sourceTarget its target
     * @param targetId the name of another
     * @param targetTarget its target
     * @param width pixels
     * @param height pixels
     * @param invert whether to turn the image upside down
     * @param hostFbo the name of the framebuffer that the caller has bound; 0 for none
     * @return whether that worked
     */
    default boolean copyTexture(int sourceId, int sourceTarget, int targetId, int targetTarget, int width, int height,
            boolean invert, int hostFbo) {
        return bool(Calls.of(this).call(Sdk.COPY_TEXTURE, sourceId, sourceTarget, targetId, targetTarget, width, height,
                word(invert), hostFbo));
    }

    /**
     * Copies the pixels of a texture.
     *
     * @param textureId the name of a GL texture
     * @param textureTarget the texture's target, such as 0x0DE1 (GL_TEXTURE_2D)
     * @param data native memory: height × row pitch bytes, or 16 bytes a pixel where that is 0
     * @param width pixels
     * @param height pixels
     * @param rowPitch bytes from one row to the next; 0 for no gap
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @param glType such as 0x1401 (GL_UNSIGNED_BYTE)
     * @param invert whether to turn the image upside down
     * @param hostFbo the name of the framebuffer that the caller has bound; 0 for none
     * @return whether that worked
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default boolean readTextureData(int textureId, int textureTarget, MemorySegment data, int width, int height,
            int rowPitch, int glFormat, int glType, boolean invert, int hostFbo) {
        GlPixels.requireAny(data, width, height, rowPitch);
        return bool(Calls.of(this).call(Sdk.READ_TEXTURE_DATA, textureId, textureTarget, data, width, height, rowPitch,
                glFormat,
                glType, word(invert), hostFbo));
    }

    /**
     * Binds the shared texture of this object.
     *
     * @return whether that worked
     */
    default boolean bindSharedTexture() {
        return bool(Calls.of(this).call(Sdk.BIND_SHARED_TEXTURE));
    }

    /**
     * Lets the shared texture go.
     *
     * @return whether that worked
     */
    default boolean unBindSharedTexture() {
        return bool(Calls.of(this).call(Sdk.UNBIND_SHARED_TEXTURE));
    }

    /** {@return the GL name of the shared texture} */
    default int getSharedTextureID() {
        return (int) Calls.of(this).call(Sdk.GET_SHARED_TEXTURE_ID);
    }
}
