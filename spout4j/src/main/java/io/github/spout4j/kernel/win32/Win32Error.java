package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.system.diagnostics.debug.Apis.FormatMessageW;
import static io.github.spout4j.win32.windows.win32.system.diagnostics.debug.FORMAT_MESSAGE_OPTIONS.FORMAT_MESSAGE_FROM_SYSTEM;
import static io.github.spout4j.win32.windows.win32.system.diagnostics.debug.FORMAT_MESSAGE_OPTIONS.FORMAT_MESSAGE_IGNORE_INSERTS;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Windows' error codes in words. */
final class Win32Error {
    private static final int LONGEST_MESSAGE = 1024;

    private Win32Error() {}

    static SpoutException exception(String whatFailed, int code) {
        return new SpoutException(whatFailed + ": " + message(code));
    }

    /** Windows' own message in the user's language, with the code. */
    static String message(int code) {
        String number = "Windows error " + Integer.toUnsignedString(code);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(ValueLayout.JAVA_CHAR, LONGEST_MESSAGE);
            int length = FormatMessageW(CallState.ofThread().capture,
                    FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, MemorySegment.NULL, code, 0, text,
                    LONGEST_MESSAGE, MemorySegment.NULL);
            String words = new String(text.asSlice(0, 2L * length).toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.UTF_16LE);
            return words.isBlank() ? number : words.strip() + " (" + number + ")";
        }
    }
}
