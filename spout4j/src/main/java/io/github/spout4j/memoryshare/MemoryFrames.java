package io.github.spout4j.memoryshare;

import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** Tells which frames of a sender's memory are new. One thread at a time. */
interface MemoryFrames extends AutoCloseable {
    /** Whether it is worth to take the guard and {@link #take}. */
    boolean isLookDue(long timeoutMillis);

    /**
     * Takes what is in the map, where it is new; for who owns the guard.
     *
     * @param map a frame of that shape
     */
    boolean take(MemorySegment map, FrameShape shape);

    /** For who owns the guard: there is no map. Whether there may be no frame yet, so that this is as it should be. */
    boolean mayHaveNoMap();

    /** For who owns the guard: its last owner died with it, perhaps while writing. {@code map} is null where there is none. */
    void abandoned(MemorySegment map, FrameShape shape);

    /** The pixels of the frame that was taken, for reading. */
    MemorySegment pixels();

    /** Whether these are the map's, so that the guard is to be kept while they are read. */
    boolean areInPlace();

    /** The number of the frame that was taken. */
    long number();

    /** The frame that was taken counts as not taken. */
    void giveBack();

    /** Whether a frame was given back that can be given now, without the guard. */
    boolean takeKept();

    /** Waits until a look may be due; may end early. False where the time ran out or the thread was interrupted. */
    boolean await(long timeoutMillis);

    /** While no frames come. */
    void rest();

    @Override
    void close();
}
