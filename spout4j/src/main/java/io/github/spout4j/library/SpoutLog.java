package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;

/** The DLL's own log. It is one for all objects of the DLL. */
public sealed interface SpoutLog permits SpoutLibrary {
    /** Opens a console window. */
    default void openSpoutConsole() {
        Calls.of(this).call(Sdk.OPEN_SPOUT_CONSOLE);
    }

    /**
     * Closes the console window.
     *
     * @param warning whether to ask the user first
     */
    default void closeSpoutConsole(boolean warning) {
        Calls.of(this).call(Sdk.CLOSE_SPOUT_CONSOLE, word(warning));
    }

    /** Logs to the console. */
    default void enableSpoutLog() {
        Calls.of(this).call(Sdk.ENABLE_SPOUT_LOG);
    }

    /**
     * Logs to a file.
     *
     * @param path at most 259 bytes
     * @param append whether to keep what is in it
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void enableSpoutLogFile(String path, boolean append) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.ENABLE_SPOUT_LOG_FILE, calls.text().in(arena, path, CText.PATH), word(append));
        }
    }

    /** Ends logging to a file. */
    default void disableSpoutLogFile() {
        Calls.of(this).call(Sdk.DISABLE_SPOUT_LOG_FILE);
    }

    /**
     * Deletes a log file.
     *
     * @param path at most 259 bytes
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default void removeSpoutLogFile(String path) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            calls.call(Sdk.REMOVE_SPOUT_LOG_FILE, calls.text().in(arena, path, CText.PATH));
        }
    }

    /** Ends logging to the console and the file. */
    default void disableSpoutLog() {
        Calls.of(this).call(Sdk.DISABLE_SPOUT_LOG);
    }

    /** Stops logging for now. */
    default void disableLogs() {
        Calls.of(this).call(Sdk.DISABLE_LOGS);
    }

    /** Goes on after {@link #disableLogs}. */
    default void enableLogs() {
        Calls.of(this).call(Sdk.ENABLE_LOGS);
    }

    /** {@return whether there is a log to the console} */
    default boolean logsEnabled() {
        return bool(Calls.of(this).call(Sdk.LOGS_ENABLED));
    }

    /** {@return whether there is a log to a file} */
    default boolean logFileEnabled() {
        return bool(Calls.of(this).call(Sdk.LOG_FILE_ENABLED));
    }

    /** {@return the log file's path} */
    default String getSpoutLogPath() {
        return Calls.of(this).string(Sdk.GET_SPOUT_LOG_PATH);
    }

    /** {@return the log file's text} */
    default String getSpoutLog() {
        return Calls.of(this).string(Sdk.GET_SPOUT_LOG);
    }

    /** Shows the folder of the log files. */
    default void showSpoutLogs() {
        Calls.of(this).call(Sdk.SHOW_SPOUT_LOGS);
    }

    /**
     * Sets what is logged.
     *
     * @param level 0 silent, 1 verbose, 2 notice, 3 warning, 4 error, 5 fatal, 6 none
     */
    default void setSpoutLogLevel(int level) {
        Calls.of(this).call(Sdk.SET_SPOUT_LOG_LEVEL, level);
    }

    /**
     * Logs a line.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLog(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG, text);
    }

    /**
     * Logs a line of detail.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLogVerbose(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG_VERBOSE, text);
    }

    /**
     * Logs a line of information.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLogNotice(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG_NOTICE, text);
    }

    /**
     * Logs a warning.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLogWarning(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG_WARNING, text);
    }

    /**
     * Logs an error.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLogError(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG_ERROR, text);
    }

    /**
     * Logs a fatal error.
     *
     * @param text cut at 1,000 bytes; never taken for a format
     */
    default void spoutLogFatal(String text) {
        Calls.of(this).log(Sdk.SPOUT_LOG_FATAL, text);
    }

    /**
     * Opens the folder of the log files.
     *
     * @return whether that worked
     */
    default boolean openSpoutLogs() {
        return bool(Calls.of(this).call(Sdk.OPEN_SPOUT_LOGS));
    }
}
