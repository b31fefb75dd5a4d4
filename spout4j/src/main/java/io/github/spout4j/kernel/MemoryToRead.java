package io.github.spout4j.kernel;

import java.lang.foreign.MemorySegment;

/** Memory through which nothing can be written. */
record MemoryToRead(NamedMemory memory, MemorySegment segment) implements NamedMemory {
    MemoryToRead(NamedMemory memory) {
        this(memory, memory.segment().asReadOnly());
    }

    @Override
    public long size() {
        return memory.size();
    }

    @Override
    public String name() {
        return memory.name();
    }

    @Override
    public boolean created() {
        return memory.created();
    }

    @Override
    public void close() {
        memory.close();
    }
}
