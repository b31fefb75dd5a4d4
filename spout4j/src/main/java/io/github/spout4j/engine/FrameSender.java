package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.pixels.ImagePixels;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.pixels.TensorCopy;
import io.github.spout4j.protocol.FramePacer;
import io.github.spout4j.protocol.FrameRate;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A sender of this process: checks what it is given, brings it into its transport's memory and publishes it. */
final class FrameSender implements SpoutSender {
    private static final long PATIENCE_MILLIS = 1000;

    private final NamedSender sender;
    private final LostMemory lost;
    private final Losses losses;
    private final Runnable ended;
    private final Alpha alpha;
    private final ReentrantLock lock = new ReentrantLock();
    private final PixelCopy copy = new PixelCopy();
    private final TensorCopy tensors = new TensorCopy();
    private final ImagePixels images = new ImagePixels();
    private final FrameRate rate = new FrameRate();
    private final OutgoingFrame outgoing = new OutgoingFrame(this);
    /** What is written while paused. */
    private final FrameMemory nowhere = new FrameMemory();
    private PixelWriter writer;
    private volatile FrameShape shape;
    private volatile PixelLayout layout;
    private volatile PixelLayout written;
    private volatile long frames;
    private volatile boolean paused;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final FramePacer pacer = new FramePacer();

    /**
     * A sender that is in the directory.
     *
     * @param sender closed with it
     * @param lost   what becomes of memory that others take away
     * @param alpha  what its frames carry
     * @param ended  run once when the sender has closed
     */
    FrameSender(NamedSender sender, LostMemory lost, FrameShape shape, Alpha alpha, Runnable ended) {
        this.sender = sender;
        this.lost = lost;
        losses = new Losses(lost);
        this.alpha = alpha;
        this.ended = ended;
        begin(shape);
    }

    /** With the sender as it is listed now. */
    private void begin(FrameShape first) {
        losses.begin(name());
        writer = sender.listed().writer();
        frames = writer.number();
        take(first);
    }

    private void take(FrameShape newShape) {
        shape = newShape;
        layout = PixelLayout.of(newShape.format());
        written = PixelLayout.of(writer.writtenFormat(newShape.format())).alpha(alpha);
    }

    @Override
    public String name() {
        return sender.listed().name();
    }

    @Override
    public Optional<String> memoryName() {
        ListedSender now = sender.listed();
        return now.writer().transport() == Transport.MEMORY ? Optional.of(now.name()) : now.memoryName();
    }

    @Override
    public int width() {
        return shape.width();
    }

    @Override
    public int height() {
        return shape.height();
    }

    @Override
    public PixelFormat format() {
        return shape.format();
    }

    @Override
    public Alpha alpha() {
        return alpha;
    }

    @Override
    public Transport transport() {
        return sender.listed().writer().transport();
    }

    @Override
    public Optional<Adapter> adapter() {
        return sender.listed().writer().adapter();
    }

    @Override
    public String toString() {
        return "sender \"" + name() + "\", " + width() + "x" + height() + " " + format();
    }

    @Override
    public boolean send(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        enter();
        boolean done = false;
        try {
            if (width != shape.width() || height != shape.height()) {
                take(new FrameShape(width, height, shape.format()));
            }
            MemorySegment target = begun(shape);
            if (target != null) {
                images.copy(image, target, target());
                done = true;
            }
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    @Override
    public boolean send(int[] argb) {
        enter();
        boolean done = false;
        try {
            FrameShape now = shape;
            int needed = now.width() * now.height();
            if (argb.length != needed) {
                throw wrongLength(argb.length, needed, "ints");
            }
            MemorySegment target = begun(now);
            if (target != null) {
                copy.copyArgb(argb, 0, now.width(), Alpha.STRAIGHT, target, target(), now.width(), now.height());
                done = true;
            }
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    @Override
    public boolean send(byte[] pixels) {
        enter();
        boolean done = false;
        try {
            FrameShape now = shape;
            if (pixels.length != now.bytes()) {
                throw wrongLength(pixels.length, now.bytes(), "bytes");
            }
            MemorySegment target = begun(now);
            if (target != null) {
                copy.copyBytes(pixels, layout, target, target(), now.width(), now.height());
                done = true;
            }
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    @Override
    public boolean send(ByteBuffer pixels) {
        return send(MemorySegment.ofBuffer(pixels));
    }

    @Override
    public boolean send(MemorySegment pixels) {
        enter();
        boolean done = false;
        try {
            if (pixels.byteSize() != shape.bytes()) {
                throw wrongLength(pixels.byteSize(), shape.bytes(), "bytes");
            }
            PixelCopy.checkSource(pixels, layout, shape.width(), shape.height());
            done = write(pixels, layout);
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    @Override
    public boolean send(MemorySegment pixels, PixelLayout pixelLayout) {
        enter();
        boolean done = false;
        try {
            PixelCopy.checkSource(pixels, pixelLayout, shape.width(), shape.height());
            done = write(pixels, pixelLayout);
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    /** Null where the frame is dropped. */
    private MemorySegment begun(FrameShape frame) {
        return paused ? null : writer.begin(frame, PATIENCE_MILLIS);
    }

    private boolean write(MemorySegment pixels, PixelLayout pixelLayout) {
        FrameShape now = shape;
        MemorySegment target = begun(now);
        if (target == null) {
            return false;
        }
        copy.copy(pixels, pixelLayout, target, target(), now.width(), now.height());
        return true;
    }

    @Override
    public boolean send(MemorySegment tensor, TensorLayout tensorLayout) {
        enter();
        boolean done = false;
        try {
            TensorCopy.checkSource(tensor, tensorLayout);
            FrameShape now = shape;
            MemorySegment target = begun(now);
            if (target != null) {
                tensors.toPixels(tensor, tensorLayout, target, target(), now.width(), now.height());
                done = true;
            }
            return done;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            leave(done);
        }
    }

    @Override
    public boolean send(FloatBuffer tensor, TensorLayout tensorLayout) {
        return send(tensors.memory(tensor, tensorLayout), tensorLayout);
    }

    @Override
    public boolean sendTexture(long texture) {
        return sendForeign(PixelWriter.Foreign.TEXTURE, texture);
    }

    @Override
    public boolean sendShareHandle(long shareHandle) {
        return sendForeign(PixelWriter.Foreign.SHARE_HANDLE, shareHandle);
    }

    private boolean sendForeign(PixelWriter.Foreign kind, long reference) {
        if (reference == 0) {
            throw new IllegalArgumentException("the texture's address or handle is 0; give that of a texture");
        }
        enter();
        try {
            FrameShape sent = paused ? null : writer.publish(kind, reference, PATIENCE_MILLIS);
            if (sent == null) {
                return false;
            }
            if (!sent.equals(shape)) {
                take(sent);
            }
            count(writer.number());
            return true;
        } finally {
            unlock();
        }
    }

    @Override
    public RenderTexture renderTexture(int width, int height, PixelFormat format) {
        FrameShape drawn = new FrameShape(width, height, Objects.requireNonNull(format, "format"));
        enter();
        try {
            return writer.renderTexture(drawn);
        } finally {
            unlock();
        }
    }

    @Override
    public SpoutFrame nextFrame() {
        enter();
        boolean begun = false;
        try {
            FrameShape now = shape;
            if (paused) {
                PixelLayout layout = written.rowPitch(0);
                nowhere.size(layout.bytesFor(now.width(), now.height()));
                outgoing.begin(nowhere.segment(), now.width(), now.height(), layout, frames + 1);
            } else {
                MemorySegment target = writer.begin(now, PATIENCE_MILLIS);
                if (target == null) {
                    throw new SpoutException("a receiver has held the frame of the sender \"" + name()
                            + "\" for over " + PATIENCE_MILLIS + " ms; close the Spout program that hangs");
                }
                outgoing.begin(target, now.width(), now.height(), target(), frames + 1);
            }
            begun = true;
            return outgoing;
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            if (!begun) {
                leave(false);
            }
        }
    }

    /** Ends the frame of {@link #nextFrame}, published or not; on its thread. */
    void end(boolean published) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("close the frame on the thread that called nextFrame");
        }
        if (outgoing.finish()) {
            leave(published && !paused);
        }
    }

    private PixelLayout target() {
        long pitch = writer.rowPitch();
        if (pitch != written.rowPitchFor(shape.width())) {
            written = written.rowPitch(pitch);
        }
        return written;
    }

    private void enter() {
        lock.lock();
        boolean entered = false;
        try {
            requireOpen();
            if (outgoing.isOpen()) {
                throw new IllegalStateException("close the frame of nextFrame first");
            }
            if (losses.any()) {
                sender.renew(shape, paused);
                begin(shape);
            }
            entered = true;
        } finally {
            if (!entered) {
                lock.unlock();
            }
        }
    }

    /** @param done whether a whole frame is written; otherwise whatever was begun is taken back */
    private void leave(boolean done) {
        try {
            if (done && open.get()) {
                count(writer.publish());
            } else {
                writer.abort();
            }
            LateErrors.await();
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            unlock();
        }
    }

    /** What to tell the user of memory that was taken away while it sent; the next frame begins the sender anew. */
    private SpoutException lost(InternalError e) {
        return lost.told(e);
    }

    private void count(long number) {
        frames = number != 0 ? number : frames + 1;
        rate.framesNow(1);
    }

    private void unlock() {
        try {
            if (!open.get()) {
                sender.close();
            }
        } finally {
            lock.unlock();
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void resize(int width, int height) {
        enter();
        try {
            take(new FrameShape(width, height, shape.format()));
        } finally {
            unlock();
        }
    }

    @Override
    public void resize(int width, int height, PixelFormat format) {
        enter();
        try {
            take(new FrameShape(width, height, Objects.requireNonNull(format, "format")));
        } finally {
            unlock();
        }
    }

    @Override
    public void rename(String newName) {
        enter();
        try {
            if (sender.rename(newName, shape, paused)) {
                begin(shape);
            }
        } finally {
            unlock();
        }
    }

    @Override
    public void pause() {
        setPaused(true);
    }

    @Override
    public void resume() {
        setPaused(false);
    }

    private void setPaused(boolean wanted) {
        enter();
        try {
            paused = wanted;
            sender.listed().listing().tellPaused(wanted);
        } finally {
            unlock();
        }
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public long frameCount() {
        return frames;
    }

    @Override
    public double fps() {
        return rate.hertz(System.nanoTime());
    }

    @Override
    public void holdFps(double fps) {
        requireOpen();
        pacer.await(fps);
    }

    private IllegalArgumentException wrongLength(long given, long needed, String unit) {
        return new IllegalArgumentException("the sender \"" + name() + "\" is " + shape.width() + " × " + shape.height()
                + " " + shape.format() + ", which is " + needed + " " + unit + ", but was given " + given
                + "; give all pixels, or call resize first");
    }

    private void requireOpen() {
        if (!open.get()) {
            throw new IllegalStateException("the sender \"" + name() + "\" is closed");
        }
    }

    /** Where a frame is being written, the writer is closed by its thread at the end of the frame, which is not published. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try {
            pacer.end();
            sender.listed().listing().close();
            endFrames();
        } finally {
            ended.run();
        }
    }

    private void endFrames() {
        if (!lock.isHeldByCurrentThread()) {
            if (Locks.tryLock(lock, PATIENCE_MILLIS)) {
                unlock();
            }
        } else if (outgoing.finish()) {
            leave(false);
        }
    }
}
