package io.github.spout4j.library.engine;

import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** How frames get from memory of this process to the DLL's sender. Used on the sender's {@link GlThread} alone. */
interface SendingWay extends AutoCloseable {
    /** The memory of the next frame. */
    MemorySegment begin(FrameShape shape);

    /** Bytes from one row to the next in that memory. */
    long rowPitch();

    /**
     * Publishes what was written there.
     *
     * @return the frame's number; 0 where frames are not counted
     */
    long send();

    /** The number that was counted last. */
    long number();

    @Override
    void close();
}
