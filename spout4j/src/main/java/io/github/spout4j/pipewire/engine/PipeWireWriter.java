package io.github.spout4j.pipewire.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.pipewire.OutputFrame;
import io.github.spout4j.pipewire.VideoOutput;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames for a node: written in place where receivers take them as they are, else to memory of this process, from which they are converted,
 * or sent when somebody receives. Who comes later gets the newest frame once more.
 */
final class PipeWireWriter implements PixelWriter, Runnable {
    /** How long PipeWire's thread may take for a frame; then it is told once more. */
    private static final long ON_ITS_WAY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** How long receivers may keep all buffers; then they keep them for themselves, and there are new ones. */
    private static final long KEPT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    /** How long an interrupted thread waits for what comes at once. */
    private static final long INTERRUPTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** How long after somebody has begun to receive frames may pass them by. */
    private static final long COMING_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST_VAIN_LOOKS = 2;
    private static final long PATIENCE_MILLIS = 1000;

    private final SenderNode node;
    private final Watch watch;
    /** Of frames, between the sender's thread and the one that looks around. */
    private final ReentrantLock lock = new ReentrantLock();
    private final PixelCopy copy = new PixelCopy();
    private FrameShape shape;
    /** The frame that is written; null where it is written to {@link #own}. */
    private OutputFrame frame;
    private VideoOutput output;
    private boolean asItIs;
    private FrameMemory own = new FrameMemory();
    /** What was published last: a frame that is held, or {@link #ownLast}. */
    private OutputFrame last;
    private FrameMemory ownLast = new FrameMemory();
    private FrameShape lastShape;
    private long number;
    private long numberAtLastLook;
    private int linksAtLastLook;
    private int begunAtLastLook;
    /** The last frame that was sent again: each is once, when the next one is not there soon, since frames can pass somebody by. */
    private long numberSentAgain;
    /** Whether the last frame has not been given to PipeWire. */
    private boolean owed;
    /** In how many looks, one after the other, it could not be given for want of a buffer. */
    private int vainLooks;
    private long comingUntil = System.nanoTime();
    private boolean closed;

    PipeWireWriter(SenderNode node, FrameShape shape, Watch watch) {
        this.node = node;
        this.shape = shape;
        this.watch = watch;
        watch.add(this);
    }

    @Override
    public Transport transport() {
        return Transport.MEMORY;
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat published) {
        return published;
    }

    @Override
    public Optional<Adapter> adapter() {
        return Optional.empty();
    }

    @Override
    public long rowPitch() {
        return frame != null && asItIs ? frame.rowPitch() : shape.rowBytes();
    }

    @Override
    public MemorySegment begin(FrameShape info, long timeoutMillis) {
        lock.lock();
        try {
            if (!info.equals(shape)) {
                shape = info;
                node.offer(info);
            }
            output = node.output();
            if (!acquire(timeoutMillis)) {
                return null;
            }
            if (frame != null && asItIs) {
                return frame.memory();
            }
            own.size(shape.bytes());
            return own.segment();
        } finally {
            lock.unlock();
        }
    }

    /** Gets {@link #frame}, or none where nobody receives; false where receivers keep them all. */
    private boolean acquire(long timeoutMillis) {
        frame = null;
        long start = System.nanoTime();
        long triggered = start;
        boolean renewed = false;
        for (;;) {
            if (!output.streaming()) {
                return true;
            }
            OutputFrame next = output.begin();
            if (next != null) {
                frame = fitting(output, next);
                asItIs = frame != null && frame.pixels() == shape.format();
                return true;
            }
            long now = System.nanoTime();
            if (now - start > TimeUnit.MILLISECONDS.toNanos(timeoutMillis)) {
                return false;
            }
            if (!renewed && now - start > KEPT_NANOS) {
                renewed = true;
                output.renew(); // those of a receiver that died, nobody else gives back
            }
            if (now - triggered > ON_ITS_WAY_NANOS) {
                triggered = now;
                output.trigger();
            }
            if (Thread.currentThread().isInterrupted()) {
                if (now - start > INTERRUPTED_NANOS) {
                    return false;
                }
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** The same; null where it is of the size before. */
    private OutputFrame fitting(VideoOutput stream, OutputFrame next) {
        if (next.width() == shape.width() && next.height() == shape.height()) {
            return next;
        }
        stream.abort(next);
        next.release();
        return null;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long publish() {
        lock.lock();
        try {
            number++;
            lastShape = shape;
            OutputFrame written = frame;
            frame = null;
            boolean sent;
            if (written != null && asItIs) {
                sent = output.publish(written, System.nanoTime(), number);
                keep(written);
            } else {
                keepOwn();
                sent = written == null ? sendAgain(output) : send(output, written);
            }
            owed = !sent;
            return number;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the last frame in a buffer that has been begun. */
    private boolean send(VideoOutput stream, OutputFrame target) {
        if (last == null) {
            convert(ownLast.segment(), lastShape.layout(), target);
        } else if (last != target) {
            convert(last.memory(), PixelLayout.of(last.pixels()).rowPitch(last.rowPitch()), target);
        }
        boolean sent = stream.publish(target, System.nanoTime(), number);
        if (target.pixels() == lastShape.format()) {
            keep(target);
        } else {
            target.release();
        }
        return sent;
    }

    private boolean sendAgain(VideoOutput stream) {
        OutputFrame begun = stream.streaming() ? stream.begin() : null;
        OutputFrame next = begun == null ? null : fitting(stream, begun);
        return next != null && send(stream, next);
    }

    private void keepOwn() {
        keep(null);
        FrameMemory before = ownLast;
        ownLast = own;
        own = before;
    }

    private void keep(OutputFrame published) {
        OutputFrame before = last;
        last = published;
        if (before != null) {
            before.release();
        }
    }

    private void convert(MemorySegment from, PixelLayout layout, OutputFrame to) {
        copy.copy(from, layout, to.memory(), PixelLayout.of(to.pixels()).rowPitch(to.rowPitch()), to.width(),
                to.height());
    }

    @Override
    public void abort() {
        lock.lock();
        try {
            if (frame != null) {
                output.abort(frame);
                frame.release();
                frame = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks whether the daemon is there, and whether somebody has come who has not had the last frame. */
    @Override
    public void run() {
        node.look();
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (!closed) {
                look(node.output(), System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(VideoOutput now, long nanos) {
        int links = node.links();
        int begun = now.timesBegun();
        boolean quiet = number == numberAtLastLook;
        if (links != linksAtLastLook || begun != begunAtLastLook) {
            comingUntil = nanos + COMING_NANOS;
        }
        linksAtLastLook = links;
        begunAtLastLook = begun;
        numberAtLastLook = number;
        boolean mayHavePassed = quiet && number > 0 && (numberSentAgain != number || nanos - comingUntil < 0);
        boolean again = (owed || mayHavePassed) && lastShape.equals(shape);
        if (!again || !now.streaming()) {
            vainLooks = 0;
        } else if (sendAgain(now)) {
            vainLooks = 0;
            numberSentAgain = number;
            owed = false;
        } else if (++vainLooks > MOST_VAIN_LOOKS) {
            vainLooks = 0;
            now.renew();
        }
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        throw takesNone();
    }

    @Override
    public RenderTexture renderTexture(FrameShape drawn) {
        throw takesNone();
    }

    private SpoutException takesNone() {
        return new SpoutException("the sender \"" + node.name()
                + "\" sends by PipeWire, which takes no Direct3D textures; send its pixels");
    }

    @Override
    public void close() {
        watch.remove(this);
        node.close();
        try {
            if (lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    closed = true;
                    keep(null);
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
