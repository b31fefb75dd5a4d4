package io.github.spout4j.texture;

import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.protocol.Patience;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes written frames in their order, on a thread of its own, which waits for receivers and for the GPU while the next
 * frame is written. One thread at a time hands frames over. Allocates nothing for a frame.
 */
final class TexturePublisher {
    /** Frames on their way at most: one being written while one is being copied. */
    private static final int DEPTH = 2;
    private static final long LOOK_NANOS = 50_000_000;

    private final FrameOutlet outlet;
    private final OutgoingSlot[] slots = new OutgoingSlot[DEPTH];
    private final Thread thread;
    private volatile long handed;
    private volatile long done;
    private volatile Thread waiting;
    private volatile boolean closing;
    private volatile RuntimeException failure;

    /** @param purpose what the CPU does with a frame while it is being written */
    TexturePublisher(FrameOutlet outlet, String name, StagingTexture.Purpose purpose) {
        this.outlet = outlet;
        for (int i = 0; i < DEPTH; i++) {
            slots[i] = new OutgoingSlot(purpose);
        }
        thread = Thread.ofPlatform().daemon().name("spout4j sender " + name).start(this::run);
    }

    /** The slot for the next frame; null where none is free in time, or the thread is interrupted. */
    OutgoingSlot next(long deadline) {
        return await(DEPTH - 1, deadline) ? slots[(int) (handed % DEPTH)] : null;
    }

    /** Hands over what {@link #next} has given, written. */
    void hand() {
        handed++; // by one thread at a time, which callers see to
        LockSupport.unpark(thread);
    }

    /** Waits until all frames are published; false where they are not in time, or the thread is interrupted. */
    boolean drain(long deadline) {
        return await(0, deadline);
    }

    private boolean await(int atMost, long deadline) {
        waiting = Thread.currentThread();
        try {
            while (handed - done > atMost) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
            }
            return true;
        } finally {
            waiting = null;
        }
    }

    /** What went wrong since the last call; null where nothing. */
    RuntimeException takeFailure() {
        RuntimeException now = failure;
        if (now != null) {
            failure = null;
        }
        return now;
    }

    /** Empties all slots; for when nothing is on its way. */
    void clear() {
        for (OutgoingSlot slot : slots) {
            slot.clear();
        }
    }

    private void run() {
        while (!closing || handed > done) {
            if (handed == done) {
                LockSupport.park(this);
            } else {
                publish(slots[(int) (done % DEPTH)]);
                done++; // by this thread alone
                LockSupport.unpark(waiting);
            }
        }
    }

    private void publish(OutgoingSlot slot) {
        try {
            boolean given = false;
            while (!given) {
                given = outlet.put(slot.staging().texture().address(), slot.target(), slot.target().texture(),
                        slot.target().copied(), slot.number(), Patience.FRAME_MILLIS) || closing;
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new SpoutException("a frame was lost on " + thread.getName() + ": " + e, e);
        }
    }

    /**
     * Ends the thread when it has published what it was given.
     *
     * @return false where it has not ended within {@code millis}
     */
    boolean close(long millis) {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (thread.isAlive() && System.nanoTime() < deadline) {
            try {
                thread.join(java.time.Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
