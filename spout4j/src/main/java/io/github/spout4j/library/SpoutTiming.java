package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.word;

/** The SDK's stopwatch. */
public sealed interface SpoutTiming permits SpoutLibrary {
    /** Starts it. */
    default void startTiming() {
        Calls.of(this).call(Sdk.START_TIMING);
    }

    /** {@return the time since then in ms} */
    default double endTiming() {
        Calls calls = Calls.of(this);
        return calls.has(Sdk.END_TIMING_OLD)
                ? calls.callDouble(Sdk.END_TIMING_OLD)
                : calls.callDouble(Sdk.END_TIMING, 0, 0);
    }

    /**
     * The time since then.
     *
     * @param microseconds whether in μs
     * @param print whether to log it
     * @return ms or μs
     */
    default double endTiming(boolean microseconds, boolean print) {
        return Calls.of(this).callDouble(Sdk.END_TIMING, word(microseconds), word(print));
    }
}
