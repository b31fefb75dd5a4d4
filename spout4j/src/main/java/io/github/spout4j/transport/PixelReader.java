package io.github.spout4j.transport;

import io.github.spout4j.TextureFrame;
import java.lang.foreign.MemorySegment;

/**
 * The way of a sender's pixels to a receiver: {@link #begin}; if that is READY, read and {@link #end}, on the same thread.
 * One thread at a time; callers see to that.
 */
public interface PixelReader extends AutoCloseable {
    /** What {@link #begin} found. */
    enum Access {
        /** A frame can be read until {@link PixelReader#end}. */
        READY,
        /** No frame that this reader has not given yet. */
        UNCHANGED,
        /** Somebody else held the pixels all the time, or the thread was interrupted. */
        BUSY,
        /** This sender's pixels are not to be had (any more) in this way: look at the sender afresh. */
        LOST,
        /** Something about the sender keeps its frames away, perhaps for a moment: {@link PixelReader#problem} says what. */
        HINDERED
    }

    /** What the caller wants of a frame. */
    enum Form {
        /** {@link PixelReader#pixels}. */
        PIXELS,
        /** {@link PixelReader#texture}. */
        TEXTURE
    }

    /**
     * Gets the newest frame ready if this reader has not given it yet.
     *
     * @param timeoutMillis ms to wait for the sender at most
     * @throws io.github.spout4j.SpoutException where the sender's pixels cannot be had in that form
     */
    Access begin(Form form, long timeoutMillis);

    /** Whether {@link #begin} may take some time. */
    default boolean waits() {
        return true;
    }

    /** What keeps the frames away, a whole sentence for people with the sender's name; after {@link Access#HINDERED}. */
    String problem();

    /** The frame's number, as users see it. */
    long number();

    /** The frame's size, and the format of its bytes. */
    FrameShape shape();

    /** Bytes from one row to the next. */
    long rowPitch();

    /** The frame's memory: {@code rowPitch() * height} bytes. */
    MemorySegment pixels();

    /** The frame's texture, valid until the next {@link #begin}. */
    TextureFrame texture();

    /** Lets the frame go. */
    void end();

    /**
     * Instead of {@link #end}: keeps the frame, for as long as the caller likes, while this reader goes on. Null where frames must be
     * copied and ended; the frame is then as it was, as it is after an error.
     *
     * @throws io.github.spout4j.SpoutException where too many are kept
     */
    default Loan keep() {
        return null;
    }

    /** As {@link #end}, but the frame counts as not given. */
    void giveBack();

    /** Waits for the next frame; may end early. False where the time ran out or the thread was interrupted. */
    boolean await(long timeoutMillis);

    /**
     * Lets go of whatever would keep a dead or grown sender's objects alive; what is needed is opened again. For while no
     * frames come.
     *
     * @return false where the sender is gone
     */
    boolean rest();

    @Override
    void close();
}
