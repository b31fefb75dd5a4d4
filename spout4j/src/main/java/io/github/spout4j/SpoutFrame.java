package io.github.spout4j;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * One frame: {@link #width} × {@link #height} pixels, top row first, row y beginning at byte
 * {@code y * rowPitch()} of {@link #pixels}.
 *
 * <p>The memory belongs to the receiver or sender that handed the frame out and may be used until the frame is closed;
 * afterwards every access through the frame throws IllegalStateException. Close frames soon (try-with-resources): their
 * memory is used again. So a segment or buffer that is kept beyond {@link #close} may show, or overwrite, the pixels of
 * later frames; keep {@link #toImage} or a copy instead. Any thread may use a frame, one at a time.
 *
 * {@snippet file="Receiving.java" region="bytes"}
 */
public interface SpoutFrame extends AutoCloseable {
    /** {@return the width in pixels} */
    int width();

    /** {@return the height in pixels} */
    int height();

    /** {@return how the pixels' bytes lie} */
    PixelFormat format();

    /** {@return bytes from one row to the next, at least {@code width() * format().bytesPerPixel()}} */
    long rowPitch();

    /**
     * {@return the pixels: {@code height() * rowPitch()} bytes, valid until {@link #close}} Written to be sent in a frame
     * of {@link SpoutSender#nextFrame}; a frame that was received is read-only: {@link #copyTo} makes one to write in.
     * Other programs of the user can take the memory away (on Linux and macOS, by cutting a file): an access, also by another method of this frame, is Java's
     * {@link InternalError} then.
     */
    MemorySegment pixels();

    /**
     * {@return the number of this frame; each is higher than the last one's} It is the sender's count, which begins with 1, or
     * where a former sender of the name has ended. Of a sender that does not count, it is how many frames the receiver has seen;
     * of one that counts before the pixels are there, it may be 1 off.
     */
    long number();

    /** {@return the memory of {@link #pixels} as a direct buffer in native byte order; a small new object each call} */
    ByteBuffer buffer();

    /** {@return the pixels as numbers, one by one; the same object as long as the frame is open} */
    PixelView view();

    /**
     * {@return a copy of the pixels as a new TYPE_INT_ARGB image, the caller's own} Colours of every format are converted as
     * {@link #copyTo} does to BGRA8, but one channel (R8, R16, R16F, R32F) is gray, as {@link SpoutSender#send(BufferedImage)}
     * sends it.
     */
    BufferedImage toImage();

    /**
     * Copies the pixels to the caller's memory, converting and flipping on the way. Each number becomes the nearest one that
     * the other format has, clamped to what that has (0 to 1 of UNORM) and NaN to 0 where it is not a float; sRGB colours are
     * copied as they stand. Channels that one side lacks: R8 to RGBA8 is red alone with an alpha of 255, RGBA8 to R8 takes
     * red, as in Direct3D; {@link #toImage} alone makes gray of it.
     *
     * @param target at least {@code layout.bytesFor(width(), height())} bytes
     * @param layout how the pixels are to lie there
     * @throws IllegalArgumentException where the target is too small or read-only; nothing is copied then
     */
    void copyTo(MemorySegment target, PixelLayout layout);

    /**
     * Copies the pixels to the caller's memory as a tensor for a model, converted, resized and normalised in one pass.
     *
     * @param target at least {@code layout.bytes()} bytes
     * @param layout what the tensor is to be; the same one each time costs no heap
     * @throws IllegalArgumentException where the target is too small or read-only; nothing is copied then
     */
    void copyTo(MemorySegment target, TensorLayout layout);

    /**
     * Copies the pixels to a buffer as a tensor, as {@link #copyTo(MemorySegment, TensorLayout)}, from its position on, which stays.
     *
     * @param target at least {@code layout.elements()} remaining floats in the byte order of this machine; best a direct buffer
     * @param layout what the tensor is to be: FLOAT32
     * @throws IllegalArgumentException where there is less room, or the buffer is read-only or of the other byte order
     */
    void copyTo(FloatBuffer target, TensorLayout layout);

    /**
     * Gives the frame back; a frame of {@link SpoutSender#nextFrame} is published by this. Idempotent. A received frame
     * may be closed on any thread, one of nextFrame only on the thread that asked for it.
     */
    @Override
    void close();

    /**
     * Gives the frame back as {@link #close} does, but a frame of {@link SpoutSender#nextFrame} is not published: for one that could not
     * be written whole. Receivers keep the frame before it; with Windows' memory share, which has been written over, they see none until the
     * next. Idempotent.
     */
    void discard();
}
