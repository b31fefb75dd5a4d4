package io.github.spout4j;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * One frame: {@link #width} × {@link #height} pixels, top row first, row y beginning at byte
 * {@code y * rowPitch()} of {@link #pixels}.
 *
 * <p>The memory belongs to the receiver or sender that handed the frame out and may be used until the frame is closed;
 * afterwards asking for pixels throws IllegalStateException. Close frames soon (try-with-resources) and keep neither them
 * nor their memory: both are used again.
 */
public interface Frame extends AutoCloseable {
    /** Width in pixels. */
    int width();

    /** Height in pixels. */
    int height();

    /** How the pixels' bytes lie. */
    PixelFormat format();

    /** Bytes from one row to the next. */
    long rowPitch();

    /** The pixels: {@code height() * rowPitch()} bytes; writable in a frame of {@link SpoutSender#nextFrame}. */
    MemorySegment pixels();

    /**
     * The sender's number of this frame; 0 where the sender does not count. It begins with 1, or where a former sender of the
     * name has ended.
     */
    long number();

    /** The same memory as {@link #pixels}, as a direct buffer in native byte order; a small new object each call. */
    ByteBuffer buffer();

    /** A copy of the pixels as a TYPE_INT_ARGB image, which the caller owns. */
    BufferedImage toImage();

    /**
     * Copies the pixels to the caller's memory, converting and flipping on the way.
     *
     * @param target at least {@code layout.bytesFor(width(), height())} bytes
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    void copyTo(MemorySegment target, PixelLayout layout);

    /**
     * Gives the frame back; a frame of {@link SpoutSender#nextFrame} is published by this. Idempotent. A received frame
     * may be closed on any thread, one of nextFrame only on the thread that asked for it.
     */
    @Override
    void close();
}
