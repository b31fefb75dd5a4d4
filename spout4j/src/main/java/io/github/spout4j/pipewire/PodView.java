package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reads an object pod that another program wrote: what is not there, of another type or beyond the end is as absent. Of a choice the first
 * value, which is the preferred one, is read.
 */
@SuppressWarnings("restricted")
final class PodView {
    private static final long HEAD = 8;
    private static final long OBJECT_HEAD = 16;
    private static final long PROPERTY_HEAD = 8;
    private static final long CHOICE_HEAD = 16;
    private static final int MOST_BYTES = 1 << 20;

    private final MemorySegment pod;

    private PodView(MemorySegment pod) {
        this.pod = pod;
    }

    /** That at an address; null where there is no object. */
    static PodView at(long address) {
        if (address == 0) {
            return null;
        }
        MemorySegment head = MemorySegment.ofAddress(address).reinterpret(OBJECT_HEAD);
        int size = head.get(ValueLayout.JAVA_INT, 0);
        return size < HEAD || size > MOST_BYTES || head.get(ValueLayout.JAVA_INT, Integer.BYTES) != Pod.OBJECT
                ? null
                : new PodView(head.reinterpret(HEAD + size));
    }

    private int integer(long offset) {
        return pod.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
    }

    /** Where the value of a property is that has a type and takes some bytes; -1 where there is none. */
    private long value(int key, int type, int bytes) {
        long at = OBJECT_HEAD;
        while (at + PROPERTY_HEAD + HEAD <= pod.byteSize()) {
            long body = at + PROPERTY_HEAD + HEAD;
            long size = Integer.toUnsignedLong(integer(at + PROPERTY_HEAD));
            if (body + size > pod.byteSize()) {
                return -1;
            }
            if (integer(at) == key) {
                return value(body, size, integer(at + PROPERTY_HEAD + Integer.BYTES), type, bytes);
            }
            at = body + (size + Long.BYTES - 1 & -Long.BYTES);
        }
        return -1;
    }

    private long value(long body, long size, int type, int wanted, int bytes) {
        if (type == wanted && size >= bytes) {
            return body;
        }
        return type == Pod.CHOICE && size >= CHOICE_HEAD + bytes && integer(body + HEAD) >= bytes
                && integer(body + HEAD + Integer.BYTES) == wanted ? body + CHOICE_HEAD : -1;
    }

    /** An id or int; {@code otherwise} where there is none. */
    int number(int key, int type, int otherwise) {
        long at = value(key, type, Integer.BYTES);
        return at < 0 ? otherwise : integer(at);
    }

    /** The first of a pair in the upper half of a long, the second in the lower; 0 where there is none. */
    long pair(int key, int type) {
        long at = value(key, type, 2 * Integer.BYTES);
        return at < 0 ? 0 : (long) integer(at) << Integer.SIZE | Integer.toUnsignedLong(integer(at + Integer.BYTES));
    }
}
