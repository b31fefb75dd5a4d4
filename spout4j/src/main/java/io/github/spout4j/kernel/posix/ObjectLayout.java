package io.github.spout4j.kernel.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Where an object's file has what, in the machine's byte order. */
final class ObjectLayout {
    /** Bytes of every file's head, and all of a file that is not memory. */
    static final long HEAD_SIZE = 4096;
    /** Where memory's bytes start: a whole page on every machine. */
    static final long PAYLOAD = 65536;
    /** Bytes that a name may have. */
    static final int NAME_MAXIMUM = 1024;

    static final long MAGIC_VALUE = 0x004A_3454_554F_5053L;
    static final int VERSION_VALUE = 1;

    static final long MAGIC = 0;
    static final long VERSION = 8;
    static final long KIND = 12;
    static final long SIZE = 16;
    static final long MAXIMUM = 24;
    static final long NAME_LENGTH = 28;
    /** The word that is waited for: a mutex's holder, a semaphore's count, an event's flag. */
    static final long STATE = 64;
    /** When somebody who parks last wanted the mutex. */
    static final long PARKED_AT = 68;
    /** How many wait for a semaphore's count to change, or more where some were killed meanwhile. */
    static final long WAITERS = 72;
    /** How often a mutex has been acquired. */
    static final long TURNS = 76;
    static final long NAME = 1024;

    /** Access to the int of a {@linkplain #word word}. */
    static final VarHandle WORD = MethodHandles.insertCoordinates(ValueLayout.JAVA_INT.varHandle(), 1, 0L)
            .withInvokeExactBehavior();

    private ObjectLayout() {}

    /** The four bytes of a word, to be used with {@link #WORD}. */
    static MemorySegment word(MemorySegment file, long offset) {
        return file.asSlice(offset, ValueLayout.JAVA_INT);
    }

    /**
     * As compareAndSet. It reads first, since of a read of memory that another program has taken away Java makes an error, and of a compareAndSet
     * that is not compiled it dies.
     */
    static boolean replace(MemorySegment word, int expected, int value) {
        return (int) WORD.getVolatile(word) == expected && WORD.compareAndSet(word, expected, value);
    }

    static long fileSize(ObjectKind kind, long size) {
        return kind == ObjectKind.MEMORY ? Math.addExact(PAYLOAD, size) : HEAD_SIZE;
    }
}
