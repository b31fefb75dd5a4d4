package io.github.spout4j.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory for one frame, which grows as needed. */
public final class FrameMemory {
    private static final long ALIGNMENT = 64;

    private MemorySegment all = MemorySegment.NULL;
    private MemorySegment sized = MemorySegment.NULL;
    private MemorySegment toRead = MemorySegment.NULL;

    /** Makes {@link #segment} exactly that long; its content is any. */
    public void size(long bytes) {
        if (all.byteSize() < bytes) {
            all = Arena.ofAuto().allocate(bytes, ALIGNMENT);
        }
        if (sized.byteSize() != bytes) {
            sized = all.asSlice(0, bytes);
            toRead = sized.asReadOnly();
        }
    }

    public MemorySegment segment() {
        return sized;
    }

    /** The same, to be read alone. */
    public MemorySegment toRead() {
        return toRead;
    }
}
