package io.github.spout4j.protocol;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The bytes of a memory buffer: 16 of header, the data, a NUL where there is room (docs/protocol.md: Memory buffers). */
final class MemoryBufferCodec {
    /** Bytes before the data. */
    static final int HEADER = 16;
    /** Bytes that the memory has over the data's. */
    static final int OVERHEAD = 32;

    private MemoryBufferCodec() {}

    /** The most data that memory of this size holds. */
    static int capacity(long memoryBytes) {
        return Math.clamp(memoryBytes - HEADER, 0, Integer.MAX_VALUE - OVERHEAD);
    }

    static void writeLength(MemorySegment memory, int length) {
        byte[] digits = Integer.toString(length).getBytes(StandardCharsets.US_ASCII);
        MemorySegment header = memory.asSlice(0, HEADER);
        MemorySegment.copy(digits, 0, header, ValueLayout.JAVA_BYTE, 0, digits.length);
        header.asSlice(digits.length).fill((byte) 0);
    }

    /** The length in the header; -1 where there is none, or one that the memory does not hold. */
    static int readLength(MemorySegment memory) {
        if (memory.byteSize() < HEADER) {
            return -1;
        }
        long length = 0;
        int at = 0;
        // The 16th byte is never looked at: the SDK's readers make it NUL.
        for (; at < HEADER - 1; at++) {
            int digit = memory.get(ValueLayout.JAVA_BYTE, at) - '0';
            if (digit == -'0') {
                break;
            }
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return at == 0 || length > capacity(memory.byteSize()) ? -1 : (int) length;
    }

    /** Writes the data, and NUL over the rest of {@code length} and one after it where the memory has room. */
    static void writeData(MemorySegment memory, int length, MemorySegment data) {
        memory.asSlice(HEADER, data.byteSize()).copyFrom(data);
        long end = Math.min(HEADER + length + 1L, memory.byteSize());
        long written = HEADER + data.byteSize();
        memory.asSlice(written, end - written).fill((byte) 0);
    }

    static MemorySegment data(MemorySegment memory, int length) {
        return memory.asSlice(HEADER, length);
    }
}
