package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The memory of buffers. Remembers the last one, so that one that is used for every frame costs no heap. Threads may share it. */
final class FloatMemory {
    private volatile Known last;

    private record Known(FloatBuffer buffer, int position, int limit, MemorySegment memory) {
        boolean is(FloatBuffer other) {
            return other == buffer && other.position() == position && other.limit() == limit;
        }
    }

    /** @throws IllegalArgumentException where the buffer has another byte order than this machine */
    MemorySegment of(FloatBuffer buffer) {
        Known known = last;
        if (known == null || !known.is(buffer)) {
            if (buffer.order() != ByteOrder.nativeOrder()) {
                throw new IllegalArgumentException("the buffer is " + buffer.order()
                        + "; make it by allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer()");
            }
            known = new Known(buffer, buffer.position(), buffer.limit(), MemorySegment.ofBuffer(buffer));
            last = known;
        }
        return known.memory();
    }
}
