package io.github.spout4j.transport;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.Transport;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The way of a sender's pixels: {@link #begin}, write, {@link #publish}, all on one thread. One frame at a time; callers
 * see to that.
 */
public interface PixelWriter extends AutoCloseable {
    Transport transport();

    /** The format in which pixels must be written for a sender that publishes {@code published}. */
    PixelFormat writtenFormat(PixelFormat published);

    /** The graphics adapter on which the pixels are; empty with memory share. */
    Optional<Adapter> adapter();

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

    /**
     * Has the frame counted, at once or as soon as its pixels are where receivers look, and returns its number (0 where
     * frames are not counted).
     */
    long publish();

    /**
     * Publishes a texture of somebody else's as the next frame, instead of {@link #begin} to {@link #publish}. Returns when
     * the texture is no longer needed.
     *
     * @param reference what {@code kind} says
     * @return the shape that the sender has now; null where receivers held the last frame for too long
     * @throws IllegalArgumentException                where Spout has no way for such a texture
     * @throws io.github.spout4j.SpoutException        where this way of pixels takes no textures
     */
    FrameShape publish(Foreign kind, long reference, long timeoutMillis);

    /**
     * Makes a texture to draw to, beside those that receivers see.
     *
     * @throws io.github.spout4j.SpoutException where this way of pixels takes no textures
     */
    RenderTexture renderTexture(FrameShape drawn);

    /** What a caller has of a texture. */
    enum Foreign {
        /** The address of an ID3D11Texture2D. */
        TEXTURE,
        /** A legacy shared handle. */
        SHARE_HANDLE
    }

    /** Ends what {@link #begin} began, if anything, with nothing that a receiver would take for a frame. Never throws. */
    void abort();

    @Override
    void close();
}
