package io.github.spout4j.direct;

import io.github.spout4j.Frame;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.pixels.PixelCopy;
import io.github.spout4j.protocol.FrameRate;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A receiver of this process: finds its sender, follows it, and hands out its frames. */
final class DirectReceiver implements SpoutReceiver {
    private static final long LOOK_AGAIN_MILLIS = 10;
    private static final long IDLE_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 1000;

    private final SenderFinder finder;
    private final Consumer<DirectReceiver> closed;
    private final Runnable resting = this::rest;
    private final ReentrantLock lock = new ReentrantLock();
    private final FrameStock stock = new FrameStock();
    private final PixelCopy copy = new PixelCopy();
    private final FrameRate rate = new FrameRate();
    private final BorrowedFrame borrowed = new BorrowedFrame();
    private volatile boolean open = true;
    private volatile long reportedSize;
    private PixelReader reader;
    private SenderName connected;
    private long lastNumber;
    private long lastUse;

    /** @param closed called once when the receiver has closed */
    DirectReceiver(SenderFinder finder, Consumer<DirectReceiver> closed) {
        this.finder = finder;
        this.closed = closed;
    }

    @Override
    public Optional<String> name() {
        return finder.wanted();
    }

    @Override
    public Optional<Frame> receive(Duration timeout) {
        long deadline = Timeouts.deadline(timeout);
        enter();
        try {
            if (!next(deadline)) {
                return Optional.empty();
            }
            ReceivedFrame frame = null;
            try {
                FrameShape shape = reader.shape();
                frame = stock.take();
                MemorySegment target = frame.memory(shape.bytes());
                copyRows(reader.pixels(), reader.rowPitch(), target, shape);
                frame.begin(target, shape.width(), shape.height(), shape.format(), shape.rowBytes(), reader.number());
                report(shape);
            } finally {
                reader.end();
                if (frame != null && !frame.isOpen()) {
                    stock.put(frame);
                }
            }
            return frame.asOptional();
        } finally {
            leave();
        }
    }

    @Override
    public boolean receive(Duration timeout, Consumer<? super Frame> user) {
        long deadline = Timeouts.deadline(timeout);
        enter();
        try {
            if (!next(deadline)) {
                return false;
            }
            try {
                FrameShape shape = reader.shape();
                report(shape);
                borrowed.begin(reader.pixels().asReadOnly(), shape.width(), shape.height(), shape.format(),
                        reader.rowPitch(), reader.number());
                user.accept(borrowed);
            } finally {
                borrowed.finish();
                reader.end();
            }
            return true;
        } finally {
            leave();
        }
    }

    @Override
    public ReceiveResult receiveInto(MemorySegment target, PixelLayout layout, Duration timeout) {
        long deadline = Timeouts.deadline(timeout);
        enter();
        try {
            long expected = reportedSize;
            if (expected != 0) {
                PixelCopy.checkTarget(target, layout, width(expected), height(expected));
            }
            if (!next(deadline)) {
                return ReceiveResult.NO_FRAME;
            }
            boolean resized = size(reader.shape()) != expected;
            try {
                FrameShape shape = reader.shape();
                report(shape);
                if (!resized) {
                    copy.copy(reader.pixels(), source(shape), target, layout, shape.width(), shape.height());
                }
            } finally {
                if (resized) {
                    reader.giveBack();
                } else {
                    reader.end();
                }
            }
            return resized ? ReceiveResult.RESIZED : ReceiveResult.FRAME;
        } finally {
            leave();
        }
    }

    /** Waits until {@link #reader} has a new frame, which is then locked; false where none comes in time. */
    private boolean next(long deadline) {
        for (;;) {
            requireOpen();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (!connect()) {
                pause(left);
            } else {
                switch (reader.begin(Math.clamp(left, 1, IDLE_MILLIS))) {
                    case READY -> {
                        count();
                        return true;
                    }
                    case LOST -> {
                        disconnect();
                        pause(left);
                    }
                    case UNCHANGED -> {
                        if (left > 0 && !reader.await(Math.min(left, IDLE_MILLIS)) && !reader.rest()) {
                            disconnect();
                        }
                    }
                    case BUSY -> {
                        // somebody reads or writes for long: look again
                    }
                }
            }
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    private static void pause(long left) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.clamp(left, 0, LOOK_AGAIN_MILLIS)));
    }

    /** Whether there is a sender to receive from. */
    private boolean connect() {
        SenderName wanted = finder.current();
        if (reader != null && !connected.equals(wanted)) {
            disconnect();
        }
        if (reader == null && wanted != null) {
            reader = finder.connect(wanted);
            connected = wanted;
        }
        return reader != null;
    }

    private void disconnect() {
        PixelReader old = reader;
        reader = null;
        lastNumber = 0;
        rate.reset();
        old.close();
    }

    private void count() {
        long number = reader.number();
        if (number > lastNumber && lastNumber > 0) {
            rate.frames((int) Math.min(number - lastNumber, Integer.MAX_VALUE), System.nanoTime());
        } else if (number > 0) {
            rate.reset();
            rate.frame(System.nanoTime());
        }
        lastNumber = number;
    }

    private void copyRows(MemorySegment source, long rowPitch, MemorySegment target, FrameShape shape) {
        long row = shape.rowBytes();
        if (rowPitch == row) {
            MemorySegment.copy(source, 0, target, 0, shape.bytes());
            return;
        }
        for (int y = 0; y < shape.height(); y++) {
            MemorySegment.copy(source, y * rowPitch, target, y * row, row);
        }
    }

    private PixelLayout source(FrameShape shape) {
        PixelLayout tight = shape.layout();
        return reader.rowPitch() == shape.rowBytes() ? tight : tight.rowPitch(reader.rowPitch());
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
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS)));
        }
    }

    @Override
    public Optional<SenderInfo> info() {
        requireOpen();
        Optional<SenderInfo> found = finder.info();
        found.ifPresent(info -> reportedSize = size(info.width(), info.height()));
        return found;
    }

    @Override
    public double fps() {
        return rate.hertz(System.nanoTime());
    }

    /** Lets go of a sender's objects while nobody receives; to be run about 10 times a second. */
    Runnable resting() {
        return resting;
    }

    private void rest() {
        if (lock.tryLock()) {
            try {
                if (reader != null && System.nanoTime() - lastUse > TimeUnit.MILLISECONDS.toNanos(2 * IDLE_MILLIS)
                        && !reader.rest()) {
                    disconnect();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void report(FrameShape shape) {
        reportedSize = size(shape);
    }

    private static long size(FrameShape shape) {
        return size(shape.width(), shape.height());
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

    private void enter() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("receive was called from within the reader of another receive");
        }
        lock.lock();
    }

    private void leave() {
        lastUse = System.nanoTime();
        lock.unlock();
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the receiver of " + finder.describe() + " is closed");
        }
    }

    @Override
    public void close() {
        open = false;
        boolean alone = Locks.tryLock(lock, PATIENCE_MILLIS);
        try {
            if (alone && reader != null) {
                disconnect();
            }
        } finally {
            if (alone) {
                lock.unlock();
            }
            closed.accept(this);
        }
    }
}
