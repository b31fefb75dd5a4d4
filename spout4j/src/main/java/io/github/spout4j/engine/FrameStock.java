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
    private int made;
    private int next;

    /**
     * A closed frame, to be opened; for one thread at a time.
     *
     * @throws SpoutException where all are open: those of senders that have gone, which their user keeps
     */
    ReceivedFrame frame() {
        for (int tries = 0; tries < FRAMES; tries++) {
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
        throw tooMany(FRAMES);
    }

    private static SpoutException tooMany(int frames) {
        return new SpoutException(
                frames + " received frames are in use; close frames (try-with-resources) when they are done");
    }

    /**
     * Memory of exactly that many bytes, to be {@linkplain #put put back}.
     *
     * @throws SpoutException where too many frames have some
     */
    synchronized FrameMemory memory(long bytes) {
        FrameMemory memory;
        if (freeCount > 0) {
            freeCount--;
            memory = free[freeCount];
            free[freeCount] = null;
        } else if (made < MOST) {
            made++;
            memory = new FrameMemory();
        } else {
            throw tooMany(MOST);
        }
        boolean enough = false;
        try {
            memory.size(bytes);
            enough = true;
        } finally {
            if (!enough) {
                put(memory);
            }
        }
        return memory;
    }

    synchronized void put(FrameMemory memory) {
        free[freeCount] = memory;
        freeCount++;
    }
}
