package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

/** How pixels are shared: settings of the user, or of this object. */
public sealed interface SpoutSharing permits SpoutLibrary {
    /** {@return whether pixels are read through buffers} */
    default boolean getBufferMode() {
        return bool(Calls.of(this).call(Sdk.GET_BUFFER_MODE));
    }

    /**
     * Switches reading through buffers.
     *
     * @param active whether to
     */
    default void setBufferMode(boolean active) {
        Calls.of(this).call(Sdk.SET_BUFFER_MODE, word(active));
    }

    /** {@return how many buffers there are} */
    default int getBuffers() {
        return (int) Calls.of(this).call(Sdk.GET_BUFFERS);
    }

    /**
     * Sets how many buffers there are.
     *
     * @param buffers 1 to 4
     */
    default void setBuffers(int buffers) {
        Calls.of(this).call(Sdk.SET_BUFFERS, buffers);
    }

    /** {@return whether old programs use DirectX 9} */
    default boolean getDX9() {
        return bool(Calls.of(this).call(Sdk.GET_DX9));
    }

    /**
     * Switches the use of DirectX 9 by old programs.
     *
     * @param dx9 whether to
     * @return whether that worked
     */
    default boolean setDX9(boolean dx9) {
        return bool(Calls.of(this).call(Sdk.SET_DX9, word(dx9)));
    }

    /** {@return whether pixels are shared by memory, as in Spout 2.006} */
    default boolean getMemoryShareMode() {
        return bool(Calls.of(this).call(Sdk.GET_MEMORY_SHARE_MODE));
    }

    /**
     * Switches sharing by memory.
     *
     * @param memory whether to
     * @return whether that worked
     */
    default boolean setMemoryShareMode(boolean memory) {
        return bool(Calls.of(this).call(Sdk.SET_MEMORY_SHARE_MODE, word(memory)));
    }

    /** {@return whether the user has chosen sharing through the CPU} */
    default boolean getCPUmode() {
        return bool(Calls.of(this).call(Sdk.GET_CPU_MODE));
    }

    /**
     * Switches sharing through the CPU, for all programs of the user.
     *
     * @param cpu whether to
     * @return whether that worked
     */
    default boolean setCPUmode(boolean cpu) {
        return bool(Calls.of(this).call(Sdk.SET_CPU_MODE, word(cpu)));
    }

    /** {@return the SDK's number of the way that pixels are shared} */
    default int getShareMode() {
        return (int) Calls.of(this).call(Sdk.GET_SHARE_MODE);
    }

    /**
     * Sets how pixels are shared.
     *
     * @param mode the SDK's number of it
     */
    default void setShareMode(int mode) {
        Calls.of(this).call(Sdk.SET_SHARE_MODE, mode);
    }

    /** {@return whether this object goes through the CPU where the graphics card cannot share} */
    default boolean getAutoShare() {
        return bool(Calls.of(this).call(Sdk.GET_AUTO_SHARE));
    }

    /**
     * Switches that.
     *
     * @param auto whether to
     */
    default void setAutoShare(boolean auto) {
        Calls.of(this).call(Sdk.SET_AUTO_SHARE, word(auto));
    }

    /**
     * Lets this object share through the CPU.
     *
     * @param cpu whether to
     */
    default void setCPUshare(boolean cpu) {
        Calls.of(this).call(Sdk.SET_CPU_SHARE, word(cpu));
    }

    /** {@return whether the graphics card can share between OpenGL and DirectX; needs an OpenGL context} */
    default boolean isGLDXready() {
        return bool(Calls.of(this).call(Sdk.IS_GLDX_READY));
    }
}
