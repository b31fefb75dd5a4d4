package io.github.spout4j.opengl.ways;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A ring of frames: the GPU takes one while a thread of our own publishes another. The thread of the context calls all methods, and is held by
 * neither. Frames stay in their order. Allocates nothing for a frame.
 */
public final class OutgoingRing implements OutgoingWay {
    /** One that the GPU takes, one that is published, one to begin with. */
    private static final int DEPTH = 3;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GPU_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final OutgoingFrame[] frames = new OutgoingFrame[DEPTH];
    private final Runnable shared;
    private final Thread thread;
    /** Frames that the GPU was asked for, that it has taken, that were published and whose places are free again; each at most the one before. */
    private long asked;
    private volatile long taken;
    private volatile long published;
    private long freed;
    private volatile Thread waiting;
    private volatile boolean closing;
    private volatile RuntimeException failure;

    /**
     * @param name   the sender's
     * @param shared deletes what the places share of OpenGL's objects
     */
    public OutgoingRing(String name, Supplier<? extends OutgoingFrame> places, Runnable shared) {
        this.shared = shared;
        for (int i = 0; i < DEPTH; i++) {
            frames[i] = places.get();
        }
        thread = RingThread.start(name, this::run);
    }

    @Override
    public boolean take(ReadFramebuffer source, int width, int height, PixelFormat format, long timeoutMillis) {
        advance(0);
        if (asked - freed == DEPTH && !await(DEPTH - 1, timeoutMillis)) {
            return false;
        }
        frames[(int) (asked % DEPTH)].take(source, width, height, format);
        asked++;
        return true;
    }

    /** Lets every frame go on that can. */
    private void advance(long nanos) {
        long done = published;
        while (freed < done) {
            frames[(int) (freed % DEPTH)].release();
            freed++;
        }
        long first = taken;
        while (taken < asked && frames[(int) (taken % DEPTH)].isTaken(taken == first ? nanos : 0)) {
            taken++; // by this thread alone
        }
        if (taken != first) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until so few frames are on their way. */
    private boolean await(int atMost, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        waiting = Thread.currentThread();
        try {
            while (asked - freed > atMost) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (taken == published) {
                    advance(Math.min(left, GPU_NANOS));
                } else {
                    LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
                    advance(0);
                }
            }
            return true;
        } finally {
            waiting = null;
        }
    }

    @Override
    public boolean drain(long timeoutMillis) {
        advance(0);
        return await(0, timeoutMillis);
    }

    @Override
    public void poll() {
        if (asked > freed) {
            drain(0);
        }
    }

    @Override
    public RuntimeException takeFailure() {
        RuntimeException now = failure;
        if (now != null) {
            failure = null;
        }
        return now;
    }

    private void run() {
        while (!closing || taken > published) {
            if (taken == published) {
                LockSupport.park(this);
            } else {
                publish(frames[(int) (published % DEPTH)]);
                published++; // by this thread alone
                LockSupport.unpark(waiting);
            }
        }
    }

    private void publish(OutgoingFrame frame) {
        try {
            frame.publish();
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new SpoutException("a frame was lost on " + thread.getName() + ": " + e, e);
        }
    }

    /** Waits until what the GPU has taken was published. */
    @Override
    public void end() {
        closing = true;
        LockSupport.unpark(thread);
        RingThread.awaitEnd(thread);
    }

    @Override
    public void delete(boolean usable) {
        for (OutgoingFrame frame : frames) {
            frame.delete(usable);
        }
        if (usable) {
            shared.run();
        }
    }
}
