package io.github.spout4j.ring;

import io.github.spout4j.protocol.RingMemory;
import java.lang.foreign.MemorySegment;

/**
 * A memory that frames of it are lent from: it stays until the reader has {@linkplain #left} it and the last loan was given
 * back.
 */
final class LentMemory {
    private final RingMemory memory;
    private final MemorySegment[] pixels;
    private volatile boolean left;
    private boolean closed;

    LentMemory(RingMemory memory) {
        this.memory = memory;
        pixels = new MemorySegment[Math.clamp(memory.slots(), 0, RingMemory.MOST_SLOTS)];
    }

    RingMemory memory() {
        return memory;
    }

    /** The first {@code length} bytes of a slot, the same object each time; null where the memory does not have them. */
    MemorySegment pixels(int slot, long length) {
        if (slot >= pixels.length) {
            return null;
        }
        MemorySegment known = pixels[slot];
        if (known == null || known.byteSize() != length) {
            known = memory.pixels(slot, length);
            pixels[slot] = known;
        }
        return known;
    }

    /** The reader has another one from now on, or none. */
    void leave() {
        left = true;
    }

    boolean left() {
        return left;
    }

    /** For who has the {@link RingLoans}' lock. Idempotent. */
    void close() {
        if (!closed) {
            closed = true;
            memory.close();
        }
    }
}
