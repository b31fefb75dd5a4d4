package io.github.spout4j.engine;

import io.github.spout4j.SpoutException;

/**
 * A receiver's frames and their memory: used again, so that receiving allocates nothing. Frames are used again much later
 * than memory, so that one who closes a frame twice does not close the next one. Thread-safe.
 */
final class FrameStock {
    private static final int MOST = 8;
    private static final int FRAMES = 64;

    private final FrameMemory[] free = new FrameMemory[MOST];
    private final ReceivedFrame[] frames = new ReceivedFrame[FRAMES];
    private int freeCount;
    private int out;
    private int next;

    /**
     * A frame, to be opened, or to be {@linkplain #put put back}.
     *
     * @throws SpoutException where too many frames are out
     */
    synchronized ReceivedFrame take() {
        if (out == MOST) {
            throw new SpoutException(
                    MOST + " received frames are in use; close frames (try-with-resources) when they are done");
        }
        out++;
        return closedFrame();
    }

    /** There is one, since fewer than all can be open. */
    private ReceivedFrame closedFrame() {
        for (;;) {
            next = (next + 1) % FRAMES;
            ReceivedFrame frame = frames[next];
            if (frame == null) {
                frame = new ReceivedFrame(this);
                frames[next] = frame;
            }
            if (!frame.isOpen()) {
                return frame;
            }
        }
    }

    /** Memory of exactly that many bytes for a frame that was taken. */
    synchronized FrameMemory memory(long bytes) {
        FrameMemory memory;
        if (freeCount > 0) {
            freeCount--;
            memory = free[freeCount];
            free[freeCount] = null;
        } else {
            memory = new FrameMemory();
        }
        memory.size(bytes);
        return memory;
    }

    /** Takes back a frame that was taken. {@code memory} is null where it has none of this stock. */
    synchronized void put(FrameMemory memory) {
        out--;
        if (memory != null) {
            free[freeCount] = memory;
            freeCount++;
        }
    }
}
