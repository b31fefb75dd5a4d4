package io.github.spout4j;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Publishes frames under a name. Frames have the sender's size and {@link #format}; sending copies, so the caller's
 * pixels are its own again when the call returns.
 *
 * <p>All methods may be called from any thread; calls that publish wait for each other. Sending waits for a receiver
 * that is just reading, 1 s at most; it does not wait for anybody to receive. With a shared texture, a frame is on its way
 * when the call returns: receivers get it when the GPU has it whole, in the order of sending. Methods that send or change something throw
 * IllegalStateException after {@link #close}, and {@link SpoutException} where the system fails.
 *
 * {@snippet file="Sending.java" region="animation"}
 *
 * <p>On the wire: docs/protocol.md, Frames and Frame count.
 */
public interface SpoutSender extends AutoCloseable {
    /** {@return the name in the directory; not what was asked for where that was taken ({@code name_1})} */
    String name();

    /**
     * {@return the name under which the frames are to be had by memory share, without a GPU: the second one of {@link Builder#alsoMemory},
     * or {@link #name} where memory share is its transport; empty where they are not}
     */
    Optional<String> memoryName();

    /** {@return the width in pixels} */
    int width();

    /** {@return the height in pixels} */
    int height();

    /** {@return the format that this sender publishes} */
    PixelFormat format();

    /**
     * Sends an image of any type and takes on its size. To a BGRA8 sender TYPE_INT_ARGB and TYPE_INT_RGB are the fastest,
     * TYPE_INT_ARGB_PRE where it carries premultiplied {@link Alpha}.
     *
     * <p>Gray v is the colour (v, v, v), as it stands; so one channel (R8, R16, …) is the gray itself, and of a colour image
     * its red. Components of more than 8 bits and floats keep all that the sender's format can hold, and are rounded to the
     * nearest number where that is less. Another colour space becomes sRGB, 0 to 1 in 16 bits, as its profile says. A frame
     * costs heap where there is a profile, and of indexed images and the rarer 8-bit types.
     *
     * @param image 1 to 16384 pixels wide and high
     * @return false where the frame was dropped, since a receiver held the last one for over 1 s, the thread was
     *         interrupted while it waited, or the sender is {@link #paused}
     * @throws IllegalArgumentException where the image is larger
     */
    boolean send(BufferedImage image);

    /**
     * Sends pixels as Java ints, {@code 0xAARRGGBB} of straight {@link Alpha}, top row first.
     *
     * @param argb exactly width × height ints
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are more or fewer
     */
    boolean send(int[] argb);

    /**
     * Sends bytes in the sender's format, of straight {@link Alpha}, rows without gaps, top row first.
     *
     * @param pixels exactly width × height pixels of {@code format().bytesPerPixel()} bytes
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are more or fewer
     */
    boolean send(byte[] pixels);

    /**
     * Sends a buffer's remaining bytes, as {@link #send(byte[])}; its position stays. Heap and direct buffers, of any
     * byte order.
     *
     * @param pixels exactly width × height pixels of {@code format().bytesPerPixel()} bytes, remaining
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are more or fewer
     */
    boolean send(ByteBuffer pixels);

    /**
     * Sends memory, as {@link #send(byte[])}.
     *
     * @param pixels exactly width × height pixels of {@code format().bytesPerPixel()} bytes
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are more or fewer
     */
    boolean send(MemorySegment pixels);

    /**
     * Sends pixels of another layout: converted and flipped in the one copy that is made.
     *
     * @param pixels at least {@code layout.bytesFor(width(), height())} bytes
     * @param layout how they lie
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are fewer, or rows overlap
     */
    boolean send(MemorySegment pixels, PixelLayout layout);

    /**
     * Sends a tensor, such as a model has made, as a frame of the sender's size: normalisation taken back, resized and converted in the
     * one copy that is made. Numbers become the nearest that the sender's format has; where that is not a float, they are clamped, and NaN is 0.
     *
     * @param tensor at least {@code layout.bytes()} bytes
     * @param layout what it is; the same one each time costs no heap
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are fewer
     */
    boolean send(MemorySegment tensor, TensorLayout layout);

    /**
     * Sends a tensor from a buffer's position on, which stays, as {@link #send(MemorySegment, TensorLayout)}.
     *
     * @param tensor at least {@code layout.elements()} remaining floats in the byte order of this machine; best a direct buffer
     * @param layout what it is: FLOAT32
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where there are fewer, or the buffer is of the other byte order
     */
    boolean send(FloatBuffer tensor, TensorLayout layout);

    /**
     * Sends a Direct3D 11 texture of the caller's, without a way through the CPU: the GPU copies it, which this waits for. The
     * sender takes on its size and format. Not with memory share.
     *
     * <p>The texture stays the caller's, on whatever device it is; that device is switched to multithread protection, and its
     * immediate context must not be in use by another thread that does not know of that.
     *
     * @param texture the address of an {@code ID3D11Texture2D}: one mip level, one sample
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException where its format is none that spout4j knows, or it has several mip levels or samples
     * @throws SpoutException           where this sender uses memory share, or Direct3D refuses
     */
    boolean sendTexture(long texture);

    /**
     * Sends a texture that another device or program shares, as {@link #sendTexture}. The last four textures that were sent so may stay
     * open, with their memory, until others are sent or the sender is closed.
     *
     * @param shareHandle its legacy shared handle
     * @return as {@link #send(BufferedImage)}
     * @throws IllegalArgumentException as {@link #sendTexture}
     * @throws SpoutException           where this sender uses memory share, or no adapter opens the handle
     */
    boolean sendShareHandle(long shareHandle);

    /**
     * Makes a texture to draw to, on this sender's graphics adapter, for whoever has no Direct3D 11 device: Vulkan, OpenGL and Direct3D 12 open it
     * by its share handle. Once the GPU has drawn, {@link #sendTexture} sends it, on one adapter and so without a detour. Not with memory share.
     *
     * @param width  pixels, 1 to 16384
     * @param height pixels, 1 to 16384
     * @param format of its pixels
     * @return to be closed by the caller
     * @throws IllegalArgumentException where a side is not
     * @throws SpoutException           where this sender uses memory share, or Direct3D refuses
     */
    RenderTexture renderTexture(int width, int height, PixelFormat format);

    /**
     * The next frame, to be written in place: no copy is made on this side. Its memory is what receivers read once the
     * frame is closed, which publishes it; write all of it (it holds whatever was there before), write soon, since Windows' memory share
     * locks receivers out meanwhile, and close it on this thread. Its {@link SpoutFrame#format} is the one to write in, which is not the sender's on
     * Windows' memory share (always RGBA8 there). No other frame can be sent meanwhile: IllegalStateException on this
     * thread, and others wait.
     *
     * @return the frame; one object, used again and again
     * @throws SpoutException where a receiver holds the last frame for over 1 s, the thread is interrupted, or there is no memory for
     *                        one more frame than receivers keep
     */
    SpoutFrame nextFrame();

    /**
     * Changes the size from the next frame on. With memory share, a frame that is larger than all before waits until
     * receivers let go of the old memory (those of spout4j do within 0.2 s), and is dropped after 1 s.
     *
     * @param width  pixels, 1 to 16384
     * @param height pixels, 1 to 16384
     * @throws IllegalArgumentException where a side is not
     */
    void resize(int width, int height);

    /**
     * Changes size and format from the next frame on, as {@link #resize(int, int)}.
     *
     * @param width  pixels, 1 to 16384
     * @param height pixels, 1 to 16384
     * @param format what to publish
     * @throws IllegalArgumentException where a side is not
     */
    void resize(int width, int height, PixelFormat format);

    /**
     * Goes on under another name, as another sender: receivers by the old name lose it; those by the new one, and those of the active
     * sender where this is it, get the next frame, whose number is that of a new sender's first. It stays the active sender where it was, and does not become it
     * otherwise. Waits as opening does, and needs a free place in the directory. Where this throws, the sender keeps the old name and all
     * that it had.
     *
     * @param newName the wanted name; where it is taken the sender becomes {@code newName_1} and so on, see {@link #name}
     * @throws IllegalArgumentException where no sender can have that name
     * @throws SpoutException           where the directory is full, or the system refuses
     */
    void rename(String newName);

    /**
     * Publishes nothing until {@link #resume}: sending returns false, and what is written to {@link #nextFrame} goes nowhere; what
     * they are given is checked, and sizes change, as ever. The sender stays listed with its last frame, which receivers that come now still
     * get, and the count stands still; {@link #holdFps} keeps its pace. Waits for a frame that is being sent; with a shared texture,
     * those on their way still arrive. Receivers are told by {@link SenderInfo#paused}; programs on the SDK see a
     * sender that sends nothing new. Idempotent.
     */
    void pause();

    /** Ends {@link #pause}: the next frame that is sent is published. Idempotent. */
    void resume();

    /** {@return whether it is paused} */
    boolean paused();

    /**
     * {@return how many frames were counted under this name: a receiver's {@link SpoutFrame#number} of the last one} It includes
     * those of a former sender of the name whose receivers are still there.
     */
    long frameCount();

    /** {@return frames sent a second (Hz), smoothed; 0 before the second frame} */
    double fps();

    /**
     * Waits until it is time for the next frame: call it once a frame. The first call returns at once and starts the clock; each
     * other frame is due 1/{@code fps} s after the one before was due, whatever the rate was then. While the rate stays, due
     * times are multiples of its interval, and nothing adds up. A call for a frame that is late returns at once; where it is late
     * by whole intervals, those are left out and not caught up with. Threads that call it get a frame each. Ends early when
     * the thread is interrupted, whose interrupt status stays set; the next frame is then due 1/{@code fps} s later. Closing the sender
     * ends all waits, within 50 ms.
     *
     * @param fps frames a second (Hz) from the last frame to this one, above 0, 1,000,000 at most
     * @throws IllegalArgumentException where it is not
     */
    void holdFps(double fps);

    /** {@return what frames carry, as {@link Builder#alpha} was told} */
    Alpha alpha();

    /** {@return how the pixels go} */
    Transport transport();

    /** {@return the graphics adapter on which the shared texture is; empty with memory share} */
    Optional<Adapter> adapter();

    /**
     * Takes the name out of the directory. Idempotent. Where another thread has a frame of {@link #nextFrame} open, this
     * returns after 1 s, that thread may write on, and the frame is not published.
     */
    @Override
    void close();

    /** What to ask for before a sender opens. */
    interface Builder {
        /**
         * The size; must be given.
         *
         * @param width  pixels, 1 to 16384
         * @param height pixels, 1 to 16384
         * @return this
         * @throws IllegalArgumentException where a side is not
         */
        Builder size(int width, int height);

        /**
         * The format; RGBA8 if not given.
         *
         * @param format what to publish
         * @return this
         */
        Builder format(PixelFormat format);

        /**
         * What the frames carry; {@link Alpha#STRAIGHT} if not given. What is sent is taken for straight, unless it says
         * otherwise by its {@link PixelLayout} or image type, and is converted in the one copy. Not converted:
         * {@link #nextFrame}, which is written as the frames are to be, and textures.
         *
         * @param alpha what receivers are to get
         * @return this
         */
        Builder alpha(Alpha alpha);

        /**
         * The way that the pixels go. If not given: a shared texture where that works, else memory share.
         *
         * @param transport the only one to be used
         * @return this
         */
        Builder transport(Transport transport);

        /**
         * The graphics adapter for the shared texture. If not given: the first of the system. Receivers on another adapter
         * cannot open the texture.
         *
         * @param adapter one of {@link Spout#adapters}
         * @return this
         */
        Builder adapter(Adapter adapter);

        /**
         * Locks the shared texture by a keyed mutex within it, not by a named one. Programs on Spout's SDK understand both.
         *
         * @return this
         */
        Builder keyedMutex();

        /**
         * Publishes each frame by memory share as well, under a name of its own: the sender's with {@code _memory} after it, see
         * {@link SpoutSender#memoryName}. So a preview or a test needs no GPU. It is an ordinary sender in the directory, but does not
         * become the active one; size, format, {@link Alpha} and {@link SpoutSender#pause} are those of the first. Where memory share is the transport
         * already, nothing is added.
         *
         * <p>It costs one more copy of the frame when it is sent (docs/performance.md), and reading back from the GPU with {@link SpoutSender#sendTexture} and
         * {@link SpoutSender#sendShareHandle}. Receivers of the second name never hold the sender up: where one is reading at that moment,
         * or holds memory of another size, the frame is dropped there, uncounted, and goes its first way alone. So the two count for themselves.
         *
         * @return this
         */
        Builder alsoMemory();

        /**
         * Shows the sender as a camera to the system's programs, where the engine can: "pipewire" does, by PipeWire's media.role Camera, and browsers and
         * video calls offer it then. With another engine the sender does not open.
         *
         * @return this
         */
        Builder camera();

        /**
         * Opens the sender: its name is in the directory, and it is the active sender. Waits for other programs that are
         * just changing the directory, 1 s at most.
         *
         * @return to be closed by the caller
         * @throws IllegalStateException    where no size was given
         * @throws SpoutException           where the directory is full, the transport that was asked for does not work here, the
         *                                  engine shows no cameras and one was asked for, or the system refuses
         */
        SpoutSender open();
    }
}
