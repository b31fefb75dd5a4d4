package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.NamedMemory;
import java.lang.foreign.MemorySegment;

/** A view of a whole file mapping in the page file. */
final class Win32Memory extends Win32Object implements NamedMemory {
    private final MemorySegment segment;

    Win32Memory(String name, boolean created, Handle handle, MemorySegment segment) {
        super(name, created, handle);
        this.segment = segment;
    }

    @Override
    public MemorySegment segment() {
        if (handle.isClosed()) {
            throw handle.closed();
        }
        return segment;
    }

    @Override
    public long size() {
        return segment().byteSize();
    }
}
