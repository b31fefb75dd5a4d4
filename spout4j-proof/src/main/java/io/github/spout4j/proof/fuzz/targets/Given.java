package io.github.spout4j.proof.fuzz.targets;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** An input of a target, taken piece by piece from its beginning; where it ends, it goes on with 0. */
final class Given {
    private final byte[] data;
    private int at;

    Given(byte[] data) {
        this.data = data;
    }

    /** 0 to 255. */
    int small() {
        return at < data.length ? data[at++] & 0xFF : 0;
    }

    /** Any number of 32 bits, little endian. */
    int number() {
        return small() | small() << 8 | small() << 16 | small() << 24;
    }

    byte[] bytes(int length) {
        int from = Math.min(at, data.length);
        at += length;
        return Arrays.copyOfRange(data, from, from + length);
    }

    byte[] rest() {
        return bytes(Math.max(data.length - at, 0));
    }

    /** These bytes as shared memory has them: at an address that every number can stand at. */
    static MemorySegment memory(byte... bytes) {
        MemorySegment memory = memory(bytes.length);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        return memory;
    }

    /** Memory of 0. */
    static MemorySegment memory(long bytes) {
        return MemorySegment.ofArray(new long[Math.toIntExact(Math.ceilDiv(bytes, Long.BYTES))]).asSlice(0, bytes);
    }
}
