package io.github.spout4j.direct;

import io.github.spout4j.Frame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A frame in memory of the receiver's own, which goes back to the receiver's stock when closed. */
final class ReceivedFrame extends OpenFrame {
    private static final long ALIGNMENT = 64;

    private final FrameStock stock;
    private final Optional<Frame> asOptional = Optional.of(this);
    private MemorySegment memory = MemorySegment.NULL;
    private MemorySegment sized = MemorySegment.NULL;

    ReceivedFrame(FrameStock stock) {
        this.stock = stock;
    }

    /** Memory of exactly that many bytes. */
    MemorySegment memory(long bytes) {
        if (memory.byteSize() < bytes) {
            memory = Arena.ofAuto().allocate(bytes, ALIGNMENT);
        }
        if (sized.byteSize() != bytes) {
            sized = memory.asSlice(0, bytes);
        }
        return sized;
    }

    Optional<Frame> asOptional() {
        return asOptional;
    }

    @Override
    public void close() {
        if (finish()) {
            stock.put(this);
        }
    }
}
