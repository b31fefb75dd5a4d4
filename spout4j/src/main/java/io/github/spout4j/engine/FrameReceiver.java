package io.github.spout4j.engine;

import io.github.spout4j.Alpha;
import io.github.spout4j.FrameListener;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.pixels.TensorCopy;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Loan;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A receiver of this process: hands out the frames that its connection finds. */
final class FrameReceiver implements SpoutReceiver {
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Connection connection;
    private final Alpha alpha;
    private final Runnable ended;
    private final FrameStock stock = new FrameStock();
    private final PixelCopy copy = new PixelCopy();
    private final TensorCopy tensors = new TensorCopy();
    private final BorrowedFrame borrowed = new BorrowedFrame();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long reportedSize;
    private PixelLayout source;
    private Optional<TextureFrame> texture = Optional.empty();
    private FrameCalls listening;

    /**
     * @param alpha what the sender's frames carry
     * @param ended run once when the receiver has closed
     */
    FrameReceiver(Connection connection, Alpha alpha, Runnable ended) {
        this.connection = connection;
        this.alpha = alpha;
        source = PixelLayout.RGBA.alpha(alpha);
        this.ended = ended;
    }

    @Override
    public Optional<String> name() {
        return connection.name();
    }

    @Override
    public Alpha alpha() {
        return alpha;
    }

    @Override
    public Optional<SpoutFrame> receive(Duration timeout) {
        long left = connection.enter(Timeouts.nanos(timeout));
        if (left == Connection.BUSY) {
            return Optional.empty();
        }
        try {
            return connection.next(PixelReader.Form.PIXELS, left)
                    ? given(connection.reader())
                    : Optional.empty();
        } catch (InternalError e) {
            throw connection.lost(e);
        } finally {
            leave();
        }
    }

    /** Lent where it can be, else copied once. */
    private Optional<SpoutFrame> given(PixelReader reader) {
        ReceivedFrame frame = null;
        boolean kept = false;
        try {
            frame = stock.frame();
            FrameShape shape = reader.shape();
            PixelLayout layout = source(reader);
            Loan loan = alpha == Alpha.STRAIGHT ? reader.keep() : null;
            if (loan != null) {
                kept = true;
                frame.begin(loan, shape.width(), shape.height(), layout, reader.number());
            } else {
                copy(reader, layout, shape, frame);
            }
            report(shape);
        } finally {
            if (frame == null || !frame.isOpen()) {
                reader.giveBack();
            } else if (!kept) {
                reader.end();
            }
        }
        return frame.asOptional();
    }

    private void copy(PixelReader reader, PixelLayout from, FrameShape shape, ReceivedFrame frame) {
        FrameMemory memory = stock.memory(shape.bytes());
        try {
            copy.copy(reader.pixels(), from, memory.segment(), shape.layout(), shape.width(), shape.height());
            frame.begin(memory, shape.width(), shape.height(), shape.layout(), reader.number());
        } finally {
            if (!frame.isOpen()) {
                stock.put(memory);
            }
        }
    }

    @Override
    public boolean receive(Duration timeout, Consumer<? super SpoutFrame> user) {
        Objects.requireNonNull(user, "user");
        long left = connection.enter(Timeouts.nanos(timeout));
        if (left == Connection.BUSY) {
            return false;
        }
        try {
            if (!connection.next(PixelReader.Form.PIXELS, left)) {
                return false;
            }
            if (alpha == Alpha.STRAIGHT) {
                lend(connection.reader(), user);
            } else {
                try (SpoutFrame frame = given(connection.reader()).orElseThrow()) {
                    user.accept(frame);
                }
            }
            return true;
        } catch (InternalError e) {
            throw connection.lost(e);
        } finally {
            leave();
        }
    }

    private void lend(PixelReader reader, Consumer<? super SpoutFrame> user) {
        try {
            FrameShape shape = reader.shape();
            report(shape);
            borrowed.begin(reader.pixels(), shape.width(), shape.height(), source(reader), reader.number());
            user.accept(borrowed);
        } finally {
            borrowed.finish();
            reader.end();
        }
    }

    @Override
    public ReceiveResult receiveInto(MemorySegment target, PixelLayout layout, Duration timeout) {
        long left = connection.enter(Timeouts.nanos(timeout));
        if (left == Connection.BUSY) {
            return ReceiveResult.NO_FRAME;
        }
        try {
            long expected = reportedSize;
            if (expected != 0) {
                PixelCopy.checkTarget(target, layout, width(expected), height(expected));
            }
            if (!connection.next(PixelReader.Form.PIXELS, left)) {
                return ReceiveResult.NO_FRAME;
            }
            return copyInto(connection.reader(), expected, target, layout);
        } catch (InternalError e) {
            throw connection.lost(e);
        } finally {
            leave();
        }
    }

    private ReceiveResult copyInto(PixelReader reader, long expected, MemorySegment target, PixelLayout layout) {
        boolean done = false;
        try {
            FrameShape shape = reader.shape();
            report(shape);
            if (size(shape.width(), shape.height()) != expected) {
                return ReceiveResult.RESIZED;
            }
            copy.copy(reader.pixels(), source(reader), target, layout, shape.width(), shape.height());
            done = true;
            return ReceiveResult.FRAME;
        } finally {
            if (done) {
                reader.end();
            } else {
                reader.giveBack();
            }
        }
    }

    @Override
    public boolean receiveInto(MemorySegment target, TensorLayout layout, Duration timeout) {
        long left = connection.enter(Timeouts.nanos(timeout));
        if (left == Connection.BUSY) {
            return false;
        }
        try {
            TensorCopy.checkTarget(target, layout);
            if (!connection.next(PixelReader.Form.PIXELS, left)) {
                return false;
            }
            makeTensor(connection.reader(), target, layout);
            return true;
        } catch (InternalError e) {
            throw connection.lost(e);
        } finally {
            leave();
        }
    }

    @Override
    public boolean receiveInto(FloatBuffer target, TensorLayout layout, Duration timeout) {
        return receiveInto(tensors.memory(target, layout), layout, timeout);
    }

    private void makeTensor(PixelReader reader, MemorySegment target, TensorLayout layout) {
        boolean done = false;
        try {
            FrameShape shape = reader.shape();
            report(shape);
            tensors.toTensor(reader.pixels(), source(reader), shape.width(), shape.height(), target, layout);
            done = true;
        } finally {
            if (done) {
                reader.end();
            } else {
                reader.giveBack();
            }
        }
    }

    @Override
    public Optional<TextureFrame> receiveTexture(Duration timeout) {
        long left = connection.enter(Timeouts.nanos(timeout));
        if (left == Connection.BUSY) {
            return Optional.empty();
        }
        try {
            if (!connection.next(PixelReader.Form.TEXTURE, left)) {
                return Optional.empty();
            }
            PixelReader reader = connection.reader();
            report(reader.shape());
            reader.end();
            TextureFrame frame = reader.texture();
            if (texture.orElse(null) != frame) {
                texture = Optional.of(frame);
            }
            return texture;
        } catch (InternalError e) {
            throw connection.lost(e);
        } finally {
            leave();
        }
    }

    @Override
    public synchronized SenderDirectory.Subscription listen(FrameListener listener) {
        Objects.requireNonNull(listener, "listener");
        connection.requireOpen();
        if (listening != null && !listening.ended()) {
            throw new IllegalStateException(
                    "this receiver has a listener already; close its subscription, or open a receiver for each");
        }
        listening = FrameCalls.start(name().orElse("the active sender"), this, connection::absent, listener);
        return listening;
    }

    private synchronized FrameCalls listening() {
        return listening;
    }

    private void leave() {
        connection.leave();
        Reference.reachabilityFence(this);
    }

    private PixelLayout source(PixelReader reader) {
        FrameShape shape = reader.shape();
        long rowPitch = reader.rowPitch() == shape.rowBytes() ? 0 : reader.rowPitch();
        if (source.format() != shape.format() || source.rowPitch() != rowPitch) {
            source = shape.layout().alpha(alpha).rowPitch(rowPitch);
        }
        return source;
    }

    @Override
    public Optional<SenderInfo> awaitSender(Duration timeout) {
        long deadline = Timeouts.deadline(timeout);
        for (;;) {
            Optional<SenderInfo> found = info();
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0 || Thread.currentThread().isInterrupted()) {
                return found;
            }
            LockSupport.parkNanos(Math.min(left, LOOK_AGAIN_NANOS));
        }
    }

    @Override
    public Optional<SenderInfo> info() {
        Optional<SenderInfo> found = connection.info();
        found.ifPresent(info -> reportedSize = size(info.width(), info.height()));
        return found;
    }

    @Override
    public double fps() {
        return connection.fps();
    }

    private void report(FrameShape shape) {
        long size = size(shape.width(), shape.height());
        if (size != reportedSize) {
            reportedSize = size;
        }
    }

    private static long size(int width, int height) {
        return (long) width << Integer.SIZE | height;
    }

    private static int width(long size) {
        return (int) (size >>> Integer.SIZE);
    }

    private static int height(long size) {
        return (int) size;
    }

    @Override
    public String toString() {
        return "receiver of " + name().map(name -> "\"" + name + "\"").orElse("the active sender");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            FrameCalls calls = listening();
            try {
                if (calls != null) {
                    calls.close();
                }
                connection.close();
            } finally {
                ended.run();
            }
        }
    }
}
