package io.github.spout4j.library;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** std::string and std::vector as MSVC's release builds lay them out, written and read byte by byte: for tests. */
@SuppressWarnings("restricted")
final class MsvcObjects {
    static final int STRING_BYTES = 32;
    static final int VECTOR_BYTES = 24;

    private static final int INSIDE = 16;
    private static final int LENGTH = 16;
    private static final int CAPACITY = 24;

    private final Arena arena;
    private final LongUnaryOperator allocate;

    /** @param allocate takes a block from the DLL's own runtime, which frees it */
    MsvcObjects(Arena arena, LongUnaryOperator allocate) {
        this.arena = arena;
        this.allocate = allocate;
    }

    MemorySegment string(String value) {
        MemorySegment object = arena.allocate(STRING_BYTES, Long.BYTES);
        write(object, value.getBytes(StandardCharsets.ISO_8859_1), 1);
        return object;
    }

    MemorySegment wideString(String value) {
        MemorySegment object = arena.allocate(STRING_BYTES, Long.BYTES);
        write(object, value.getBytes(StandardCharsets.UTF_16LE), 2);
        return object;
    }

    MemorySegment vector(List<String> values) {
        MemorySegment object = arena.allocate(VECTOR_BYTES, Long.BYTES);
        long bytes = (long) values.size() * STRING_BYTES;
        long block = allocate.applyAsLong(bytes);
        for (int i = 0; i < values.size(); i++) {
            write(at(block + (long) i * STRING_BYTES, STRING_BYTES),
                    values.get(i).getBytes(StandardCharsets.ISO_8859_1), 1);
        }
        object.set(ValueLayout.JAVA_LONG, 0, block);
        object.set(ValueLayout.JAVA_LONG, Long.BYTES, block + bytes);
        object.set(ValueLayout.JAVA_LONG, 2 * Long.BYTES, block + bytes);
        return object;
    }

    static String read(MemorySegment string) {
        long length = string.get(ValueLayout.JAVA_LONG, LENGTH);
        long capacity = string.get(ValueLayout.JAVA_LONG, CAPACITY);
        MemorySegment characters = capacity < INSIDE ? string : at(string.get(ValueLayout.JAVA_LONG, 0), capacity + 1);
        return new String(characters.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    static List<String> readVector(MemorySegment vector) {
        List<String> values = new ArrayList<>();
        long end = vector.get(ValueLayout.JAVA_LONG, Long.BYTES);
        for (long each = vector.get(ValueLayout.JAVA_LONG, 0); each != end; each += STRING_BYTES) {
            values.add(read(at(each, STRING_BYTES)));
        }
        return values;
    }

    private void write(MemorySegment object, byte[] characters, int unit) {
        long length = characters.length / unit;
        long capacity = INSIDE / unit - 1;
        MemorySegment target = object;
        if (length > capacity) {
            capacity = length | capacity;
            long block = allocate.applyAsLong((capacity + 1) * unit);
            object.set(ValueLayout.JAVA_LONG, 0, block);
            target = at(block, (capacity + 1) * unit);
        }
        MemorySegment.copy(characters, 0, target, ValueLayout.JAVA_BYTE, 0, characters.length);
        target.asSlice(characters.length, unit).fill((byte) 0);
        object.set(ValueLayout.JAVA_LONG, LENGTH, length);
        object.set(ValueLayout.JAVA_LONG, CAPACITY, capacity);
    }

    private static MemorySegment at(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }
}
