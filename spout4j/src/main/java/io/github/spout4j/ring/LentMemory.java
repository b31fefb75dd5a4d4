package io.github.spout4j.ring;

import io.github.spout4j.protocol.RingMemory;
import java.lang.foreign.MemorySegment;

/**
 * A memory that frames of it are lent from: it stays until the reader has another one and the last loan was given back. For who
 * has the {@link RingLoans}' lock.
 */
final class LentMemory {
    private final RingMemory memory;
    private final MemorySegment[] pixels;
    private int users = 1;

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

    void use() {
        users++;
    }

    void leave() {
        users--;
        if (users == 0) {
            memory.close();
        }
    }
}
