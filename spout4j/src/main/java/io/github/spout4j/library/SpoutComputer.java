package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;

/** Versions, the computer and the program. */
public sealed interface SpoutComputer permits SpoutLibrary {
    /** {@return the version of the SDK that the DLL was built from, such as "2.007.017"} */
    default String getSDKversion() {
        Calls calls = Calls.of(this);
        return calls.has(Sdk.GET_SDK_VERSION_OLD)
                ? calls.string(Sdk.GET_SDK_VERSION_OLD)
                : calls.string(Sdk.GET_SDK_VERSION, 0);
    }

    /** {@return the same as a number, such as 2007017} */
    default int getSDKversionNumber() {
        return Calls.of(this).stringInt(Sdk.GET_SDK_VERSION);
    }

    /** {@return the version that the installed Spout has put into the registry; builds until 2.007.014} */
    default int getSpoutVersion() {
        return (int) Calls.of(this).call(Sdk.GET_SPOUT_VERSION);
    }

    /** {@return whether the computer runs on a battery} */
    default boolean isLaptop() {
        return bool(Calls.of(this).call(Sdk.IS_LAPTOP));
    }

    /** {@return the DLL's own HMODULE} */
    default long getCurrentModule() {
        return Calls.of(this).call(Sdk.GET_CURRENT_MODULE);
    }

    /**
     * The version of a program file.
     *
     * @param path at most 259 bytes
     * @return the version; empty where the file does not say
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default String getExeVersion(String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return calls.string(Sdk.GET_EXE_VERSION, calls.text().in(arena, path, CText.PATH));
        }
    }

    /** {@return the folder of this program or of the DLL} */
    default String getExePath() {
        Calls calls = Calls.of(this);
        return calls.has(Sdk.GET_EXE_PATH_OLD)
                ? calls.string(Sdk.GET_EXE_PATH_OLD)
                : calls.string(Sdk.GET_EXE_PATH, 0);
    }

    /**
     * The path of this program or of the DLL.
     *
     * @param full whether with the program's name
     * @return the path
     */
    default String getExePath(boolean full) {
        return Calls.of(this).string(Sdk.GET_EXE_PATH, word(full));
    }

    /** {@return the name of this program or of the DLL, without its folder: the SDK means the former} */
    default String getExeName() {
        return Calls.of(this).string(Sdk.GET_EXE_NAME);
    }

    /**
     * The folder of a path.
     *
     * @param path at most 1,000 bytes
     * @return the path without the name
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default String getPath(String path) {
        Calls calls = Calls.of(this);
        return calls.stringOfString(Sdk.GET_PATH, calls.text().bytes(path, CText.LINE));
    }

    /**
     * The name of a path.
     *
     * @param path at most 1,000 bytes
     * @return the name without the folder
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default String getName(String path) {
        Calls calls = Calls.of(this);
        return calls.stringOfString(Sdk.GET_NAME_OF_PATH, calls.text().bytes(path, CText.LINE));
    }

    /**
     * The name of a path, in 2.007.015.
     *
     * @param path at most 1,000 bytes
     * @return the path without its folder
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default String removePath(String path) {
        Calls calls = Calls.of(this);
        return calls.changeString(Sdk.REMOVE_PATH, calls.text().bytes(path, CText.LINE));
    }

    /**
     * The folder of a path, in 2.007.015.
     *
     * @param path at most 1,000 bytes
     * @return the path without its name
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default String removeName(String path) {
        Calls calls = Calls.of(this);
        return calls.changeString(Sdk.REMOVE_NAME, calls.text().bytes(path, CText.LINE));
    }
}
