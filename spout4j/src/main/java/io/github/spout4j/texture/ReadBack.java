package io.github.spout4j.texture;

import java.lang.foreign.MemorySegment;

/** How a sender's texture gets to the CPU. One thread at a time. */
interface ReadBack extends AutoCloseable {
    /** Copies the sender's frame; for who owns its lock, and may release it afterwards. */
    void fetch(long number);

    /** Whether a frame that was fetched has not been given. */
    boolean isPending();

    /** Waits until a frame that was fetched can be given; may end early. */
    void awaitPending(long timeoutMillis);

    /** Gives a frame, its pixels mapped; false where none can be given yet. */
    boolean give();

    /** The number of the frame that was given. */
    long number();

    /** The pixels of the frame that was given, until {@link #end}. */
    MemorySegment pixels();

    /** Bytes from one row to the next. */
    long rowPitch();

    /** The frame that was given is no longer read. */
    void end();

    /** As {@link #end}, but the same frame is to be given again. */
    void giveBack();

    @Override
    void close();
}
