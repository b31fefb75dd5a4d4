package io.github.spout4j.cli.bench;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Frames in memory. Sources take turns: together they are larger than processors' caches, as pictures that somebody has
 * just drawn are.
 */
final class BenchFrames implements AutoCloseable {
    private static final long SOURCE_BYTES = 64 << 20;
    /** A small number in every format, floats too. */
    private static final byte PATTERN = 0x3C;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment[] sources;
    private final MemorySegment target;
    private int turn;

    /** @throws CommandException where there is not that much memory */
    BenchFrames(FrameSize size, PixelFormat format) {
        long bytes = size.bytes(format);
        sources = new MemorySegment[Math.clamp(Math.ceilDiv(SOURCE_BYTES, bytes), 2, 64)];
        try {
            for (int i = 0; i < sources.length; i++) {
                sources[i] = arena.allocate(bytes, Long.BYTES).fill(PATTERN);
            }
            target = arena.allocate(bytes, Long.BYTES);
        } catch (OutOfMemoryError e) {
            arena.close();
            throw CommandException.failed("there is not enough memory for frames of " + size + " " + format
                    + "; choose a smaller --size", e);
        }
    }

    /** Another one each time. */
    MemorySegment source() {
        turn = (turn + 1) % sources.length;
        return sources[turn];
    }

    MemorySegment target() {
        return target;
    }

    /** What everything else is compared with. */
    void memcpy() {
        MemorySegment.copy(source(), 0, target, 0, target.byteSize());
    }

    @Override
    public void close() {
        arena.close();
    }
}
