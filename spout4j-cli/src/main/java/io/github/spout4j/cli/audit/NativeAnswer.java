package io.github.spout4j.cli.audit;

import io.github.spout4j.library.NativeType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call of a slot returned, read by its type.
 *
 * @param value   a Boolean, Integer, Double, Long (a pointer), String, List of String, or null
 * @param problem why it cannot be of that type; empty where it can
 */
record NativeAnswer(Object value, String problem) {
    private static final int STRING_BYTES = 32;
    private static final int INSIDE = 15;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int SHOWN = 4096;

    /**
     * Reads it.
     *
     * @param raw    as the call gave it
     * @param memory where a class result is; else null
     */
    static NativeAnswer read(NativeType type, Object raw, MemorySegment memory) {
        return switch (type) {
            case VOID -> new NativeAnswer(null, "");
            case BOOL -> {
                byte al = (byte) raw;
                yield new NativeAnswer(al != 0, al == 0 || al == 1 ? "" : "al is " + al + ", which is no bool");
            }
            case DOUBLE -> {
                double value = (double) raw;
                yield new NativeAnswer(value, Double.isFinite(value) ? "" : "no finite number");
            }
            case TEXT -> text((MemorySegment) raw);
            case STRING -> inMemory((long) raw, memory, string(memory));
            case STRINGS -> inMemory((long) raw, memory, strings(memory));
            default -> new NativeAnswer(raw, "");
        };
    }

    /** The value in one line. */
    String text() {
        return switch (value) {
            case null -> "";
            case String text -> "\"" + text + "\"";
            case Long pointer -> "0x" + Long.toHexString(pointer);
            default -> value.toString();
        };
    }

    private static NativeAnswer inMemory(long returned, MemorySegment memory, NativeAnswer read) {
        return returned == memory.address()
                ? read
                : new NativeAnswer(read.value, "rax is not the address of the caller's memory");
    }

    @SuppressWarnings("restricted")
    private static NativeAnswer text(MemorySegment address) {
        if (address.equals(MemorySegment.NULL)) {
            return new NativeAnswer(0L, "");
        }
        MemorySegment characters = address.reinterpret(SHOWN);
        for (int i = 0; i < SHOWN; i++) {
            if (characters.get(ValueLayout.JAVA_BYTE, i) == 0) {
                return checked(bytes(characters, i));
            }
        }
        return new NativeAnswer(address.address(), "no text: it does not end within " + SHOWN + " bytes");
    }

    /** Of a std::string as MSVC's release builds have it. */
    @SuppressWarnings("restricted")
    static NativeAnswer string(MemorySegment object) {
        long length = object.get(ValueLayout.JAVA_LONG, 16);
        long capacity = object.get(ValueLayout.JAVA_LONG, 24);
        if (length < 0 || capacity < INSIDE || length > capacity || capacity > MOST_CHARACTERS) {
            return new NativeAnswer(null, "no std::string: length " + length + ", capacity " + capacity);
        }
        MemorySegment characters = capacity == INSIDE
                ? object
                : MemorySegment.ofAddress(object.get(ValueLayout.JAVA_LONG, 0)).reinterpret(capacity + 1);
        if (characters.get(ValueLayout.JAVA_BYTE, length) != 0) {
            return new NativeAnswer(null, "no std::string: no NUL after its " + length + " characters");
        }
        return checked(bytes(characters, (int) length));
    }

    @SuppressWarnings("restricted")
    private static NativeAnswer strings(MemorySegment object) {
        long begin = object.get(ValueLayout.JAVA_LONG, 0);
        long end = object.get(ValueLayout.JAVA_LONG, 8);
        long capacity = object.get(ValueLayout.JAVA_LONG, 16);
        if (end < begin || capacity < end || (end - begin) % STRING_BYTES != 0 || end - begin > MOST_CHARACTERS) {
            return new NativeAnswer(null, "no std::vector: begin " + begin + ", end " + end + ", capacity " + capacity);
        }
        List<String> values = new ArrayList<>();
        for (long each = begin; each != end; each += STRING_BYTES) {
            NativeAnswer string = string(MemorySegment.ofAddress(each).reinterpret(STRING_BYTES));
            if (!string.problem.isEmpty()) {
                return string;
            }
            values.add((String) string.value);
        }
        return new NativeAnswer(values, "");
    }

    private static byte[] bytes(MemorySegment characters, int length) {
        return characters.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    private static NativeAnswer checked(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t');
        return new NativeAnswer(text, plain ? "" : "no text: it has control characters");
    }
}
