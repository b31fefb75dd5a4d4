package io.github.spout4j.library.engine;

import io.github.spout4j.library.SpoutLibrary;
import java.lang.foreign.MemorySegment;

/**
 * How frames of one size get from the DLL's receiver to memory of this process. Used on the receiver's {@link GlThread} alone, but for
 * {@link #close}.
 */
interface ReceivingWay extends AutoCloseable {
    /** What a fetch has brought. */
    enum Fetched {
        FRAME, NOTHING,
        /** The DLL says that the sender is another now, and asks to be called again with memory for its size. */
        UPDATED,
        /** There is a sender, and the DLL does not open its texture. */
        REFUSED
    }

    /**
     * Fetches the frame that is there.
     *
     * @param target memory for a frame, rows without gaps
     * @param locked run while nobody changes the frame
     */
    Fetched fetch(SpoutLibrary library, MemorySegment target, Runnable locked);

    /** Fetches what was there at the last {@link #fetch} or came since. */
    Fetched fetchAgain(SpoutLibrary library, MemorySegment target);

    @Override
    void close();
}
