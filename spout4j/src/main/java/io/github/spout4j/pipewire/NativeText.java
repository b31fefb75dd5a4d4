package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Strings of C at addresses. */
@SuppressWarnings("restricted")
final class NativeText {
    /** More than any name or value of PipeWire has. */
    private static final int MOST_BYTES = 1 << 16;

    private NativeText() {}

    /** The text at an address; null where that is 0. Bytes that are no UTF-8 become U+FFFD. */
    static String read(long address) {
        if (address == 0) {
            return null;
        }
        MemorySegment bytes = MemorySegment.ofAddress(address).reinterpret(MOST_BYTES);
        return bytes.getString(0, StandardCharsets.UTF_8);
    }
}
