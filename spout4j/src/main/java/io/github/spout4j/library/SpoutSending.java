package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Sending: a sender of one SPOUTLIBRARY object. Most need an OpenGL context that is current on the calling thread. */
public sealed interface SpoutSending permits SpoutLibrary {
    /** Names the sender that opens next after the program. */
    default void setSenderName() {
        Calls.of(this).call(Sdk.SET_SENDER_NAME, 0);
    }

    /**
     * Names the sender that opens next.
     *
     * @param sender its name, at most 255 bytes
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void setSenderName(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.SET_SENDER_NAME, calls.text().in(arena, sender, CText.NAME));
        }
    }

    /**
     * Sets the format of the shared texture.
     *
     * @param dxgiFormat a DXGI_FORMAT number
     */
    default void setSenderFormat(int dxgiFormat) {
        Calls.of(this).call(Sdk.SET_SENDER_FORMAT, dxgiFormat);
    }

    /** Closes the sender. */
    default void releaseSender() {
        Calls.of(this).call(Sdk.RELEASE_SENDER, 0);
    }

    /**
     * Closes the sender, and waits.
     *
     * @param millis how long to wait afterwards, ms
     */
    default void releaseSender(int millis) {
        Calls.of(this).call(Sdk.RELEASE_SENDER, millis);
    }

    /**
     * Sends what is in a framebuffer.
     *
     * @param fboId the name of a GL framebuffer; 0 for the default one
     * @param width pixels
     * @param height pixels
     * @param invert whether to turn the image upside down
     * @return whether that worked
     */
    default boolean sendFbo(int fboId, int width, int height, boolean invert) {
        return bool(Calls.of(this).call(Sdk.SEND_FBO, fboId, width, height, word(invert)));
    }

    /**
     * Sends a texture.
     *
     * @param textureId the name of a GL texture
     * @param textureTarget the texture's target, such as 0x0DE1 (GL_TEXTURE_2D)
     * @param width pixels
     * @param height pixels
     * @param invert whether to turn the image upside down
     * @param hostFbo the name of the framebuffer that the caller has bound; 0 for none
     * @return whether that worked
     */
    default boolean sendTexture(int textureId, int textureTarget, int width, int height, boolean invert, int hostFbo) {
        return bool(
                Calls.of(this).call(Sdk.SEND_TEXTURE, textureId, textureTarget, width, height, word(invert), hostFbo));
    }

    /**
     * Sends pixels; opens the sender at the first call.
     *
     * @param pixels native memory, rows without gaps
     * @param width pixels
     * @param height pixels
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @param invert whether to turn the image upside down
     * @return whether that worked
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default boolean sendImage(MemorySegment pixels, int width, int height, int glFormat, boolean invert) {
        GlPixels.require(pixels, width, height, glFormat);
        return bool(Calls.of(this).call(Sdk.SEND_IMAGE, pixels, width, height, glFormat, word(invert)));
    }

    /** {@return whether a sender is open} */
    default boolean isInitialized() {
        return bool(Calls.of(this).call(Sdk.IS_INITIALIZED));
    }

    /** {@return the sender's name; empty where none is open} */
    default String getName() {
        return Calls.of(this).textResult(Sdk.GET_NAME);
    }

    /** {@return the sender's width in pixels} */
    default int getWidth() {
        return (int) Calls.of(this).call(Sdk.GET_WIDTH);
    }

    /** {@return the sender's height in pixels} */
    default int getHeight() {
        return (int) Calls.of(this).call(Sdk.GET_HEIGHT);
    }

    /** {@return the sender's frames a second (Hz)} */
    default double getFps() {
        return Calls.of(this).callDouble(Sdk.GET_FPS);
    }

    /** {@return how many frames the sender has counted} */
    default int getFrame() {
        return (int) Calls.of(this).call(Sdk.GET_FRAME);
    }

    /** {@return the shared texture's handle} */
    default long getHandle() {
        return Calls.of(this).call(Sdk.GET_HANDLE);
    }

    /** {@return whether the sender shares through the CPU} */
    default boolean getCPU() {
        return bool(Calls.of(this).call(Sdk.GET_CPU));
    }

    /** {@return whether the graphics card can share between OpenGL and DirectX} */
    default boolean getGLDX() {
        return bool(Calls.of(this).call(Sdk.GET_GLDX));
    }
}
