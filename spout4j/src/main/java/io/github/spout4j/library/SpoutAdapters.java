package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Graphics adapters, and which of them Windows gives to a program. */
public sealed interface SpoutAdapters permits SpoutLibrary {
    /**
     * What an adapter says about itself.
     *
     * @param description its name
     * @param output      the monitor that it drives
     */
    record AdapterInfo(String description, String output) {}

    /** {@return how many there are} */
    default int getNumAdapters() {
        return (int) Calls.of(this).call(Sdk.GET_NUM_ADAPTERS);
    }

    /**
     * The name of an adapter.
     *
     * @param index from 0
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return its name; empty where there are not so many
     */
    default Optional<String> getAdapterName(int index, int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_ADAPTER_NAME, index, name.address(), maxchars))
                    ? Optional.of(calls.text().written(name))
                    : Optional.empty();
        }
    }

    /** {@return the name of the adapter in use} */
    default String adapterName() {
        return Calls.of(this).textResult(Sdk.ADAPTER_NAME);
    }

    /** {@return the index of the adapter in use} */
    default int getAdapter() {
        return (int) Calls.of(this).call(Sdk.GET_ADAPTER);
    }

    /**
     * What the adapter in use says about itself.
     *
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return that; empty where it is not known
     */
    default Optional<AdapterInfo> getAdapterInfo(int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment description = calls.text().room(arena, "", maxchars);
            MemorySegment output = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_ADAPTER_INFO, description.address(), output.address(), maxchars))
                    ? Optional.of(new AdapterInfo(calls.text().written(description), calls.text().written(output)))
                    : Optional.empty();
        }
    }

    /**
     * What an adapter says about itself.
     *
     * @param index from 0
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return that; empty where there are not so many
     */
    default Optional<AdapterInfo> getAdapterInfo(int index, int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment description = calls.text().room(arena, "", maxchars);
            MemorySegment output = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_ADAPTER_INFO_AT, index, description.address(), output.address(), maxchars))
                    ? Optional.of(new AdapterInfo(calls.text().written(description), calls.text().written(output)))
                    : Optional.empty();
        }
    }

    /**
     * Which adapter Windows gives to a program.
     *
     * @param path at most 259 bytes
     * @return -1 not set, 0 Windows decides, 1 power saving, 2 performance
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int getPerformancePreference(String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.GET_PERFORMANCE_PREFERENCE, calls.text().in(arena, path, CText.PATH));
        }
    }

    /**
     * Sets that.
     *
     * @param preference -1 for not set, 0 to 2 as above
     * @param path at most 259 bytes
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean setPerformancePreference(int preference, String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(
                    calls.call(Sdk.SET_PERFORMANCE_PREFERENCE, preference, calls.text().in(arena, path, CText.PATH)));
        }
    }

    /**
     * The adapter of a preference.
     *
     * @param preference 0 to 2
     * @param maxchars most bytes, with the NUL: 1 to 1,048,576
     * @return its name; empty where there is none
     */
    default Optional<String> getPreferredAdapterName(int preference, int maxchars) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = calls.text().room(arena, "", maxchars);
            return bool(calls.call(Sdk.GET_PREFERRED_ADAPTER_NAME, preference, name.address(), maxchars))
                    ? Optional.of(calls.text().written(name))
                    : Optional.empty();
        }
    }

    /**
     * Uses the adapter of a preference.
     *
     * @param preference 0 to 2
     * @return whether that worked
     */
    default boolean setPreferredAdapter(int preference) {
        return bool(Calls.of(this).call(Sdk.SET_PREFERRED_ADAPTER, preference));
    }

    /** {@return whether Windows has such preferences} */
    default boolean isPreferenceAvailable() {
        return bool(Calls.of(this).call(Sdk.IS_PREFERENCE_AVAILABLE));
    }

    /**
     * Looks whether a path is that of a program.
     *
     * @param path at most 259 bytes
     * @return whether it is
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean isApplicationPath(String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.IS_APPLICATION_PATH, calls.text().in(arena, path, CText.PATH)));
        }
    }
}
