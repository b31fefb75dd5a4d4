package io.github.spout4j.direct;

import io.github.spout4j.SpoutException;

/** A receiver's frames: used again, so that receiving allocates nothing. Thread-safe. */
final class FrameStock {
    private static final int MOST = 8;

    private final ReceivedFrame[] free = new ReceivedFrame[MOST];
    private int freeCount;
    private int made;

    /** @throws SpoutException where all frames are out */
    synchronized ReceivedFrame take() {
        if (freeCount > 0) {
            freeCount--;
            ReceivedFrame frame = free[freeCount];
            free[freeCount] = null;
            return frame;
        }
        if (made == MOST) {
            throw new SpoutException(
                    MOST + " received frames are in use; close frames (try-with-resources) when they are done");
        }
        made++;
        return new ReceivedFrame(this);
    }

    synchronized void put(ReceivedFrame frame) {
        free[freeCount] = frame;
        freeCount++;
    }
}
