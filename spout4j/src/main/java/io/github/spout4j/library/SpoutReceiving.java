package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Receiving: the receiver of one SPOUTLIBRARY object. Most need an OpenGL context that is current on the calling thread. */
public sealed interface SpoutReceiving permits SpoutLibrary {
    /** Lets the receiver connect to the active sender. */
    default void setReceiverName() {
        Calls.of(this).call(Sdk.SET_RECEIVER_NAME, 0);
    }

    /**
     * Names the sender to connect to.
     *
     * @param sender its name, at most 255 bytes
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void setReceiverName(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.SET_RECEIVER_NAME, calls.text().in(arena, sender, CText.NAME));
        }
    }

    /**
     * The sender that {@link #setReceiverName} has named.
     *
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return its name; empty where none was named
     */
    default Optional<String> getReceiverName(int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_RECEIVER_NAME, name.address(), maxchars))
                    ? Optional.of(calls.text().written(name))
                    : Optional.empty();
        }
    }

    /** Closes the receiver. */
    default void releaseReceiver() {
        Calls.of(this).call(Sdk.RELEASE_RECEIVER);
    }

    /**
     * Connects to a sender, or copies its texture into one of the same size.
     *
     * @param textureId the name of a GL texture
     * @param textureTarget the texture's target, such as 0x0DE1 (GL_TEXTURE_2D)
     * @param invert whether to turn the image upside down
     * @param hostFbo the name of the framebuffer that the caller has bound; 0 for none
     * @return whether there is a sender
     */
    default boolean receiveTexture(int textureId, int textureTarget, boolean invert, int hostFbo) {
        return bool(Calls.of(this).call(Sdk.RECEIVE_TEXTURE, textureId, textureTarget, word(invert), hostFbo));
    }

    /**
     * Connects to a sender, or copies its pixels. Where {@link #isUpdated} is true afterwards, nothing was copied: the sender is
     * new or has another size; ask for that, bring memory, and receive again.
     *
     * @param pixels native memory for {@link #getSenderWidth} × {@link #getSenderHeight} pixels, rows without gaps; none while there is
     *                 no sender
     * @param glFormat the pixels' GL format, such as 0x1908 (GL_RGBA) or 0x80E1 (GL_BGRA)
     * @param invert whether to turn the image upside down
     * @param hostFbo the name of the framebuffer that the caller has bound; 0 for none
     * @return whether there is a sender
     * @throws IllegalArgumentException where the memory is too small for the image, or on the Java heap
     */
    default boolean receiveImage(MemorySegment pixels, int glFormat, boolean invert, int hostFbo) {
        return Calls.of(this).receiveImage(pixels, glFormat, invert, hostFbo);
    }

    /** {@return whether the sender has changed since the last call of this} */
    default boolean isUpdated() {
        return bool(Calls.of(this).call(Sdk.IS_UPDATED));
    }

    /** {@return whether there is a sender} */
    default boolean isConnected() {
        return bool(Calls.of(this).call(Sdk.IS_CONNECTED));
    }

    /** {@return whether the last frame received was a new one} */
    default boolean isFrameNew() {
        return bool(Calls.of(this).call(Sdk.IS_FRAME_NEW));
    }

    /** {@return the connected sender's name; empty where there is none} */
    default String getSenderName() {
        return Calls.of(this).textResult(Sdk.GET_SENDER_NAME);
    }

    /** {@return the connected sender's width in pixels} */
    default int getSenderWidth() {
        return (int) Calls.of(this).call(Sdk.GET_SENDER_WIDTH);
    }

    /** {@return the connected sender's height in pixels} */
    default int getSenderHeight() {
        return (int) Calls.of(this).call(Sdk.GET_SENDER_HEIGHT);
    }

    /** {@return the connected sender's DXGI_FORMAT number} */
    default int getSenderFormat() {
        return (int) Calls.of(this).call(Sdk.GET_SENDER_FORMAT);
    }

    /** {@return the connected sender's frames a second (Hz)} */
    default double getSenderFps() {
        return Calls.of(this).callDouble(Sdk.GET_SENDER_FPS);
    }

    /** {@return the connected sender's frame number} */
    default int getSenderFrame() {
        return (int) Calls.of(this).call(Sdk.GET_SENDER_FRAME);
    }

    /** {@return the handle of the connected sender's texture} */
    default long getSenderHandle() {
        return Calls.of(this).call(Sdk.GET_SENDER_HANDLE);
    }

    /** {@return the address of the connected sender's ID3D11Texture2D; 0 for none} */
    default long getSenderTexture() {
        return Calls.of(this).call(Sdk.GET_SENDER_TEXTURE);
    }

    /** {@return whether the connected sender shares through the CPU} */
    default boolean getSenderCPU() {
        return bool(Calls.of(this).call(Sdk.GET_SENDER_CPU));
    }

    /** {@return whether the connected sender's graphics card can share between OpenGL and DirectX} */
    default boolean getSenderGLDX() {
        return bool(Calls.of(this).call(Sdk.GET_SENDER_GLDX));
    }

    /**
     * The program that a sender belongs to.
     *
     * @param sender its name, at most 255 bytes
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return its path; empty where there is no such sender
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Optional<String> getHostPath(String sender, int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = calls.text().room(arena, "", maxchars);
            return bool(
                    calls.call(Sdk.GET_HOST_PATH, calls.text().in(arena, sender, CText.NAME), path.address(), maxchars))
                            ? Optional.of(calls.text().written(path))
                            : Optional.empty();
        }
    }

    /** {@return the names of all senders} */
    default List<String> getSenderList() {
        return Calls.of(this).strings(Sdk.GET_SENDER_LIST);
    }

    /** Opens the list for choosing a sender. */
    default void selectSender() {
        Calls calls = Calls.of(this);
        if (calls.has(Sdk.SELECT_SENDER_OLD)) {
            calls.call(Sdk.SELECT_SENDER_OLD);
        } else {
            calls.call(Sdk.SELECT_SENDER, 0);
        }
    }

    /**
     * Opens the list for choosing a sender, over a window.
     *
     * @param hwnd a window; 0 for none
     */
    default void selectSender(long hwnd) {
        Calls.of(this).call(Sdk.SELECT_SENDER, hwnd);
    }

    /** Opens SpoutPanel for choosing a sender. */
    default void selectSenderPanel() {
        Calls calls = Calls.of(this);
        if (calls.has(Sdk.SELECT_SENDER_PANEL_OLD)) {
            calls.call(Sdk.SELECT_SENDER_PANEL_OLD);
        } else {
            calls.call(Sdk.SELECT_SENDER_PANEL, 0);
        }
    }

    /**
     * Opens SpoutPanel with text instead of senders.
     *
     * @param text at most 1,000 bytes; never taken for a format
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void selectSenderPanel(String text) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.SELECT_SENDER_PANEL, calls.text().in(arena, text, CText.LINE));
        }
    }
}
