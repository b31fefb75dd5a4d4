package io.github.spout4j.protocol;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A name as it stands in shared memory: 1 to 255 bytes without NUL, ordered bytewise, unsigned (docs/protocol.md: Names).
 * Immutable.
 */
public final class NameBytes implements Comparable<NameBytes> {
    /** Bytes of the field that holds a name and its NUL. */
    public static final int FIELD = 256;
    /** Bytes of the longest name. */
    public static final int MAX = FIELD - 1;

    private final byte[] bytes;

    private NameBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Wraps a copy of the bytes.
     *
     * @throws IllegalArgumentException where they are none, over 255, or contain NUL
     */
    public static NameBytes of(byte... bytes) {
        if (bytes.length == 0 || bytes.length > MAX) {
            throw new IllegalArgumentException("a name has 1 to " + MAX + " bytes, not " + bytes.length);
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new IllegalArgumentException("a name contains no NUL");
            }
        }
        return new NameBytes(bytes.clone());
    }

    /** Reads a field of 256 bytes; empty where it starts with NUL, or where no NUL ends it: then it is no name. */
    public static Optional<NameBytes> read(MemorySegment memory, long offset) {
        byte[] field = memory.asSlice(offset, FIELD).toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < FIELD && field[length] != 0) {
            length++;
        }
        return length == 0 || length == FIELD
                ? Optional.empty()
                : Optional.of(new NameBytes(Arrays.copyOf(field, length)));
    }

    /** Whether it is this name that a field of 256 bytes has. */
    boolean stands(MemorySegment memory, long offset) {
        for (int i = 0; i < bytes.length; i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, offset + i) != bytes[i]) {
                return false;
            }
        }
        return memory.get(ValueLayout.JAVA_BYTE, offset + bytes.length) == 0;
    }

    /** How many bytes the name has. */
    public int length() {
        return bytes.length;
    }

    /** Whether the first byte is one of ASCII. */
    boolean beginsInAscii() {
        return bytes[0] >= 0;
    }

    /** Writes the name into a field of 256 bytes and fills the rest with NUL. */
    public void write(MemorySegment memory, long offset) {
        MemorySegment field = memory.asSlice(offset, FIELD);
        MemorySegment.copy(bytes, 0, field, ValueLayout.JAVA_BYTE, 0, bytes.length);
        field.asSlice(bytes.length).fill((byte) 0);
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public int compareTo(NameBytes other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameBytes name && Arrays.equals(bytes, name.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
