package io.github.spout4j.kernel.posix;

import io.github.spout4j.kernel.NamedMemory;
import java.lang.foreign.MemorySegment;

final class PosixMemory extends Handle implements NamedMemory {
    private final MemorySegment segment;

    PosixMemory(ObjectDirectory directory, ObjectDirectory.Attached attached) {
        super(directory, attached);
        segment = bytes.asSlice(ObjectLayout.PAYLOAD, attachment.size);
    }

    @Override
    public MemorySegment segment() {
        requireOpen();
        return segment;
    }

    @Override
    public void reserve(long offset, long length) {
        requireOpen();
        attachment.file.reserve(offset, length);
    }

    @Override
    public long size() {
        requireOpen();
        return segment.byteSize();
    }
}
