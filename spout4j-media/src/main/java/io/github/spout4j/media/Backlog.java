package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Copies of frames that wait for ffmpeg, while it starts or stumbles: so many can wait that a sender could not lend all. Memory is taken as it is
 * wanted, and kept. One thread copies; any may close a copy.
 */
final class Backlog implements AutoCloseable {
    private static final long MOST_BYTES = 256L << 20;
    private static final double SECONDS = 2;
    private static final int FEWEST = 2;

    private final FrameConversion conversion;
    private final Arena arena = Arena.ofShared();
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private long most;
    private long taken;

    /** Of frames of the same size and format. */
    Backlog(SpoutFrame frame) {
        conversion = new FrameConversion(PipeFormat.of(frame.format()), frame.width(), frame.height());
        most = Math.max(FEWEST, MOST_BYTES / conversion.bytes());
    }

    /** Holds no more than two seconds at that rate from now on. */
    void limit(Rate rate) {
        most = Math.max(FEWEST, Math.min(most, (long) (SECONDS * rate.hz())));
    }

    /** A copy of the frame; null where there is no room. */
    WaitingFrame copy(SpoutFrame frame) {
        ByteBuffer copy = free.poll();
        if (copy == null && taken < most) {
            taken++;
            copy = arena.allocate(conversion.bytes(), Long.BYTES).asByteBuffer();
        }
        if (copy == null) {
            return null;
        }
        conversion.copy(frame, MemorySegment.ofBuffer(copy.clear()));
        return WaitingFrame.copy(copy, free);
    }

    /** No copy may be in use any more. Idempotent. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
            conversion.close();
        }
    }
}
