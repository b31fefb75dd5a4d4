package io.github.spout4j.library;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A heap that knows its blocks: freeing another address, or twice, fails. */
final class TestHeap implements DllHeap {
    private static final long ALIGNMENT = 16;

    private final Map<Long, Arena> blocks = new ConcurrentHashMap<>();
    private final Map<Long, Long> sizes = new ConcurrentHashMap<>();

    @Override
    public long allocate(long bytes) {
        Arena arena = Arena.ofShared();
        MemorySegment block = arena.allocate(bytes, ALIGNMENT).fill((byte) 0xCD);
        blocks.put(block.address(), arena);
        sizes.put(block.address(), bytes);
        return block.address();
    }

    @Override
    public void free(long address) {
        Arena arena = blocks.remove(address);
        if (arena == null) {
            throw new AssertionError("no block at " + Long.toHexString(address));
        }
        arena.close();
    }

    int open() {
        return blocks.size();
    }

    long sizeOf(long address) {
        return sizes.get(address);
    }
}
