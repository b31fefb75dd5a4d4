package io.github.spout4j.kernel;

import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/** For systems on which nothing is seen without a handle, which is closed at once. */
record OpeningGlance(KernelObjects objects) implements Glance {
    @Override
    public boolean memoryExists(String name) {
        return objects.memoryExists(name);
    }

    @Override
    public boolean copy(String memory, MemorySegment into) {
        try (NamedMemory opened = objects.openMemory(memory).orElse(null)) {
            if (opened == null || opened.size() < into.byteSize()) {
                return false;
            }
            MemorySegment.copy(opened.segment(), 0, into, 0, into.byteSize());
            return true;
        }
    }

    /** Whether somebody owns a mutex shows only to who tries to own it. */
    @Override
    public boolean copyUnowned(String memory, String mutex, MemorySegment into) {
        return false;
    }

    @Override
    public OptionalInt count(String semaphore) {
        try (NamedSemaphore opened = objects.openSemaphore(semaphore).orElse(null)) {
            return opened == null ? OptionalInt.empty() : OptionalInt.of(opened.count());
        }
    }
}
