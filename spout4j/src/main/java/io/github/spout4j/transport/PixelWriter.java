package io.github.spout4j.transport;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Transport;
import java.lang.foreign.MemorySegment;

/**
 * The way of a sender's pixels: {@link #begin}, write, {@link #publish}, all on one thread. One frame at a time; callers
 * see to that.
 */
public interface PixelWriter extends AutoCloseable {
    Transport transport();

    /** The format in which pixels must be written for a sender that publishes {@code published}. */
    PixelFormat writtenFormat(PixelFormat published);

    /** Bytes from one row to the next in the memory of {@link #begin}. */
    long rowPitch();

    /**
     * Locks receivers out and gives the memory of the next frame.
     *
     * @param info          what the sender publishes; written for all to see before the frame is
     * @param timeoutMillis ms to wait for receivers at most
     * @return null where the time ran out or the thread was interrupted: nothing is locked then
     */
    MemorySegment begin(FrameShape info, long timeoutMillis);

    /** The number that was counted last under this sender's name; 0 where there is none. */
    long number();

    /** Counts the frame, lets receivers in, and returns the frame's number (0 where frames are not counted). */
    long publish();

    /** Ends what {@link #begin} began, if anything, with nothing that a receiver would take for a frame. Never throws. */
    void abort();

    @Override
    void close();
}
