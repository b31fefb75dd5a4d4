package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.globalization.Apis.GetACP;
import static io.github.spout4j.win32.windows.win32.globalization.Apis.MultiByteToWideChar;
import static io.github.spout4j.win32.windows.win32.globalization.Apis.WideCharToMultiByte;
import static io.github.spout4j.win32.windows.win32.globalization.Constants.CP_ACP;
import static io.github.spout4j.win32.windows.win32.globalization.Constants.CP_UTF8;
import static io.github.spout4j.win32.windows.win32.globalization.Constants.WC_ERR_INVALID_CHARS;
import static io.github.spout4j.win32.windows.win32.globalization.Constants.WC_NO_BEST_FIT_CHARS;

import io.github.spout4j.kernel.NameEncoding;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The ANSI code page of this user, converted by Windows itself. */
final class AnsiNames implements NameEncoding {
    /** Bytes that one UTF-16 unit needs at most, in any code page. */
    private static final int WIDEST = 4;
    private static final int CP_GB18030 = 54936;

    /** Windows lets these two refuse what has no form, and does not let them tell a replacement. */
    private final boolean wholeUnicode = GetACP() == CP_UTF8 || GetACP() == CP_GB18030;

    @Override
    public String description() {
        return "ANSI code page " + GetACP();
    }

    @Override
    public Optional<byte[]> encode(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wide = arena.allocateFrom(name, StandardCharsets.UTF_16LE);
            int room = name.length() * WIDEST;
            MemorySegment bytes = arena.allocate(room);
            MemorySegment replaced = arena.allocate(ValueLayout.JAVA_INT);
            int length = WideCharToMultiByte(CallState.ofThread().capture, CP_ACP,
                    wholeUnicode ? WC_ERR_INVALID_CHARS : WC_NO_BEST_FIT_CHARS, wide, name.length(), bytes, room,
                    MemorySegment.NULL, wholeUnicode ? MemorySegment.NULL : replaced);
            return length == 0 || replaced.get(ValueLayout.JAVA_INT, 0) != 0
                    ? Optional.empty()
                    : Optional.of(bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Override
    public String decode(byte[] name) {
        if (name.length == 0) {
            return "";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, name);
            MemorySegment wide = arena.allocate(ValueLayout.JAVA_CHAR, name.length);
            int length = MultiByteToWideChar(CallState.ofThread().capture, CP_ACP, 0, bytes, name.length, wide,
                    name.length);
            return new String(wide.asSlice(0, 2L * length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_16LE);
        }
    }
}
