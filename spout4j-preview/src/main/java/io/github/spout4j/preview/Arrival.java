package io.github.spout4j.preview;

import io.github.spout4j.SpoutFrame;

/** A frame that was received, and when; no frame where there is none any more. Used again for other frames. */
final class Arrival {
    private SpoutFrame frame;
    private long nanos;

    /** Takes another frame, and gives the one that it had back. */
    void set(SpoutFrame newFrame, long newNanos) {
        if (frame != null) {
            frame.close();
        }
        frame = newFrame;
        nanos = newNanos;
    }

    SpoutFrame frame() {
        return frame;
    }

    long nanos() {
        return nanos;
    }
}
