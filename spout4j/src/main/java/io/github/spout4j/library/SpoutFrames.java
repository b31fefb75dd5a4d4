package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;

/** Frame count, frame sync and the rate of frames. */
public sealed interface SpoutFrames permits SpoutLibrary {
    /**
     * Switches counting, for all Spout programs of this user.
     *
     * @param enable whether to count
     */
    default void setFrameCount(boolean enable) {
        Calls.of(this).call(Sdk.SET_FRAME_COUNT, word(enable));
    }

    /** Switches counting off for this object. */
    default void disableFrameCount() {
        Calls.of(this).call(Sdk.DISABLE_FRAME_COUNT);
    }

    /** {@return whether frames are counted} */
    default boolean isFrameCountEnabled() {
        return bool(Calls.of(this).call(Sdk.IS_FRAME_COUNT_ENABLED));
    }

    /**
     * Waits until it is time for the next frame.
     *
     * @param fps frames a second (Hz)
     */
    default void holdFps(int fps) {
        Calls.of(this).call(Sdk.HOLD_FPS, fps);
    }

    /** {@return the monitor's rate in Hz} */
    default double getRefreshRate() {
        return Calls.of(this).callDouble(Sdk.GET_REFRESH_RATE);
    }

    /**
     * Signals the frame sync event of a sender.
     *
     * @param sender its name, at most 255 bytes
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void setFrameSync(String sender) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.SET_FRAME_SYNC, calls.text().in(arena, sender, CText.NAME));
        }
    }

    /**
     * Waits for the frame sync event of a sender; this object can do nothing else meanwhile.
     *
     * @param sender its name, at most 255 bytes
     * @param millis how long to wait at most, ms
     * @return whether it came in time
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean waitFrameSync(String sender, int millis) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.WAIT_FRAME_SYNC, calls.text().in(arena, sender, CText.NAME), millis));
        }
    }

    /**
     * Switches frame sync for this object.
     *
     * @param sync whether to use it
     */
    default void enableFrameSync(boolean sync) {
        Calls.of(this).call(Sdk.ENABLE_FRAME_SYNC, word(sync));
    }

    /** Lets the event go. */
    default void closeFrameSync() {
        Calls.of(this).call(Sdk.CLOSE_FRAME_SYNC);
    }

    /** {@return whether frame sync is used} */
    default boolean isFrameSyncEnabled() {
        return bool(Calls.of(this).call(Sdk.IS_FRAME_SYNC_ENABLED));
    }

    /** {@return the interval of vertical sync; 0 for none} */
    default int getVerticalSync() {
        return (int) Calls.of(this).call(Sdk.GET_VERTICAL_SYNC);
    }

    /**
     * Switches vertical sync.
     *
     * @param sync whether to wait for the monitor
     * @return whether that worked
     */
    default boolean setVerticalSync(boolean sync) {
        return bool(Calls.of(this).call(Sdk.SET_VERTICAL_SYNC, word(sync)));
    }
}
