package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import java.nio.ByteBuffer;
import java.util.Queue;

/** A frame that waits for ffmpeg: on loan from its sender, or a copy, as the pipe takes it. */
final class WaitingFrame implements AutoCloseable {
    private final SpoutFrame lent;
    private final ByteBuffer copy;
    private final Queue<ByteBuffer> free;

    private WaitingFrame(SpoutFrame lent, ByteBuffer copy, Queue<ByteBuffer> free) {
        this.lent = lent;
        this.copy = copy;
        this.free = free;
    }

    /** One that is given back when this is closed. */
    static WaitingFrame lent(SpoutFrame frame) {
        return new WaitingFrame(frame, null, null);
    }

    /** @param free where the copy's memory goes when this is closed */
    static WaitingFrame copy(ByteBuffer copy, Queue<ByteBuffer> free) {
        return new WaitingFrame(null, copy, free);
    }

    /** The frame that is on loan; null of a copy. */
    SpoutFrame lent() {
        return lent;
    }

    /** What goes to the pipe; of a frame that has to be converted, until that converts the next one. */
    ByteBuffer bytes(FrameConversion conversion) {
        if (copy != null) {
            return copy;
        }
        return conversion.isNeeded(lent) ? conversion.of(lent) : lent.buffer();
    }

    @Override
    public void close() {
        if (lent == null) {
            free.add(copy);
        } else {
            lent.close();
        }
    }
}
