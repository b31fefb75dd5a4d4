package io.github.spout4j;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Receives the frames of one sender, or of whichever is the active sender. The sender need not be there yet; it may go
 * and come back, change its size, or be replaced: the receiver follows.
 *
 * <p>Each receive gives the newest frame that this receiver has not had; older ones that were missed are gone. Waits end early,
 * with nothing received, when the thread is interrupted, whose interrupt status stays set.
 *
 * <p>What a new frame is: of senders of spout4j, what they have counted. Senders on the C++ SDK do not count, or count before the
 * pixels are there; of these a new frame is what differs from the last one, so an equal picture is none. It is looked for when
 * the sender's rate says that it is due, and given when a second look, at most 2 ms later, shows the same; so it comes a few ms
 * later than of a sender of spout4j, and whole. See docs/protocol.md, Frames that nobody counts.
 *
 * <p>All methods may be called from any thread; receiving calls wait for each other, within their timeouts. Methods throw
 * IllegalStateException after {@link #close}, and {@link SpoutException} where the system fails or the sender's pixels
 * cannot be read (the message says why). What keeps frames away for a moment, such as a sender that is just starting, is waited
 * out: it is an error once it has lasted for 2 s, and the next receive works again when it is over.
 *
 * {@snippet file="Receiving.java" region="frames"}
 */
public interface SpoutReceiver extends AutoCloseable {
    /** {@return the name asked for; empty where it is the active sender} */
    Optional<String> name();

    /** {@return what the sender's frames carry, as {@link Builder#alpha} was told} */
    Alpha alpha();

    /**
     * Waits for a frame. The sender goes on at once: where memory share goes by a ring (Linux, macOS) the frame is lent where the sender
     * has written it, without a copy, else it is copied once into memory of this receiver. Either way it can only be read, and stays as
     * it is for as long as it is kept. Frames that are kept cost this receiver, and memory; never the sender.
     *
     * @param timeout how long to wait; zero or less looks once
     * @return the frame, in the sender's size and the format of its bytes, the caller's until closed; empty where none
     *         came in time
     * @throws SpoutException where 8 frames are out and none was closed
     */
    Optional<SpoutFrame> receive(Duration timeout);

    /**
     * Waits for a frame and lets {@code reader} read it in place, without any copy: be quick, as Windows' memory share has the sender wait
     * meanwhile. The frame is closed after the call, and its memory must not be kept. The reader cannot receive from this receiver.
     *
     * @param timeout how long to wait; zero or less looks once
     * @param reader  called on this thread, at most once; what it throws comes through
     * @return whether there was a frame
     */
    boolean receive(Duration timeout, Consumer<? super SpoutFrame> reader);

    /**
     * Waits for a frame and copies it to the caller's memory, converting and flipping in the same pass.
     *
     * @param target  at least {@code layout.bytesFor(width, height)} bytes for the size that was last reported
     * @param layout  how the pixels are to lie there
     * @param timeout how long to wait; zero or less looks once
     * @return whether there was a frame, and whether it was copied
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    ReceiveResult receiveInto(MemorySegment target, PixelLayout layout, Duration timeout);

    /**
     * Waits for a frame and makes a tensor of it in the caller's memory, straight from the sender's: converted, resized from whatever size
     * it has and normalised in one pass.
     *
     * @param target  at least {@code layout.bytes()} bytes
     * @param layout  what the tensor is to be; the same one each time costs no heap
     * @param timeout how long to wait; zero or less looks once
     * @return whether there was a frame
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    boolean receiveInto(MemorySegment target, TensorLayout layout, Duration timeout);

    /**
     * Waits for a frame and makes a tensor of it in a buffer, as {@link #receiveInto(MemorySegment, TensorLayout, Duration)}, from its
     * position on, which stays.
     *
     * @param target  at least {@code layout.elements()} remaining floats in the byte order of this machine; best a direct buffer
     * @param layout  what the tensor is to be: FLOAT32
     * @param timeout how long to wait; zero or less looks once
     * @return whether there was a frame
     * @throws IllegalArgumentException where there is less room, or the buffer is read-only or of the other byte order
     */
    boolean receiveInto(FloatBuffer target, TensorLayout layout, Duration timeout);

    /**
     * Waits for a frame and copies it to a texture of this receiver's own, on the graphics card alone: the sender goes on at
     * once.
     *
     * @param timeout how long to wait; zero or less looks once
     * @return the frame, valid until this receiver receives again or is closed; empty where none came in time
     * @throws SpoutException where the sender uses memory share
     */
    Optional<TextureFrame> receiveTexture(Duration timeout);

    /**
     * Calls a listener with each new frame, on a daemon thread of this receiver's own, until the returned subscription or this receiver is
     * closed. The frame is one of {@link #receive(Duration)}, is closed after the call, and the sender goes on meanwhile. While the listener is
     * busy, frames are missed: the next call has the newest. Receive nothing beside it: a frame goes to whoever fetches it first.
     *
     * @param listener called by one thread at a time; may close the subscription and the receiver
     * @return ends the calls when closed; a call that is running is waited for, 1 s at most, but not by itself
     * @throws IllegalStateException where this receiver has a listener already
     */
    SenderDirectory.Subscription listen(FrameListener listener);

    /**
     * Waits until the sender is there.
     *
     * @param timeout how long to wait; zero or less looks once
     * @return the sender; empty where it did not come in time
     */
    Optional<SenderInfo> awaitSender(Duration timeout);

    /** {@return the sender as it is now; empty where there is none} */
    Optional<SenderInfo> info();

    /**
     * {@return the sender's frames a second (Hz), smoothed, from the numbers of the frames that were received; 0 before the
     * third, as the first was there already, for however long} Of a sender that does not count, those that were seen: as many as
     * are received, so fewer than it sends where they are fetched too rarely.
     */
    double fps();

    /** Lets the sender go; frames that are out stay valid until they are closed. Idempotent. */
    @Override
    void close();

    /** What {@link #receiveInto} did. */
    enum ReceiveResult {
        /** A new frame was copied. */
        FRAME,
        /** There was no new frame in time. */
        NO_FRAME,
        /**
         * Nothing was copied: the sender's size is not the one that {@link #info}, {@link #awaitSender} or a receive last
         * reported. Ask {@link #info}, bring memory of that size, and receive again.
         */
        RESIZED
    }

    /** What to ask for before a receiver opens. */
    interface Builder {
        /**
         * What the sender's frames carry, which nothing in them tells; {@link Alpha#STRAIGHT} if not given. Frames are handed out
         * straight: of a premultiplied sender, colours are divided by alpha, of an opaque one, alpha is 1. This is done in the
         * one copy; {@link #receive(Duration, Consumer)} makes one for it. {@link #receiveInto} gives what its layout asks for.
         * {@link #receiveTexture} converts nothing.
         *
         * @param alpha what the sender sends
         * @return this
         */
        Builder alpha(Alpha alpha);

        /**
         * The only way of pixels that is accepted: receiving from a sender that uses another is a SpoutException. If not given:
         * whatever the sender uses.
         *
         * @param transport the one to insist on
         * @return this
         */
        Builder transport(Transport transport);

        /**
         * What reading back from the graphics card waits for; {@link ReceiveMode#LOWEST_LATENCY} if not given.
         *
         * @param mode what to wait for
         * @return this
         */
        Builder mode(ReceiveMode mode);

        /**
         * What becomes of the last picture when the sender goes; {@link LastFrame#KEEP} if not given. Not told of
         * {@link #receiveTexture}.
         *
         * @param lastFrame what to do
         * @return this
         */
        Builder whenSenderGoes(LastFrame lastFrame);

        /**
         * The graphics adapter to try first. If not given, and where the sender's texture does not open there: all that the
         * system has, until one opens it.
         *
         * @param adapter one of {@link Spout#adapters}
         * @return this
         */
        Builder adapter(Adapter adapter);

        /**
         * Opens the receiver; it does not wait for the sender.
         *
         * @return to be closed by the caller
         */
        SpoutReceiver open();
    }
}
