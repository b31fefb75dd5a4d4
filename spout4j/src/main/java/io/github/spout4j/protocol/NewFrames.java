package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.WaitResult;
import java.util.concurrent.TimeUnit;

/**
 * Which of a sender's frames a receiver has not had yet (docs/protocol.md: Frame count). A sender that never counted within
 * 500 ms is one that does not count: then there is a new frame 60 times a second. Allocates nothing once open; one thread
 * at a time.
 */
public final class NewFrames implements AutoCloseable {
    /** What {@link #newest} says where there is none. */
    public static final long NONE = -1;

    private static final long COUNTS_NOT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long UNCOUNTED_FRAME_MILLIS = 16;

    private final FrameCount count;
    private final long openedAt = System.nanoTime();
    private long taken = NONE;
    private boolean counted;
    private long takenAt = openedAt;

    public NewFrames(KernelObjects objects, SenderName sender) {
        count = new FrameCount(objects, sender);
    }

    /** The number of the newest frame, 0 where the sender does not count; {@link #NONE} where it was taken already. */
    public long newest() {
        long current = count.frame();
        if (current != 0) {
            counted = true;
            return current != taken ? current : NONE;
        }
        taken = NONE;
        long now = System.nanoTime();
        boolean due = !counted && now - openedAt > COUNTS_NOT_NANOS
                && now - takenAt > TimeUnit.MILLISECONDS.toNanos(UNCOUNTED_FRAME_MILLIS);
        return due ? 0 : NONE;
    }

    /** The receiver has this frame now. */
    public void take(long number) {
        taken = number;
        takenAt = System.nanoTime();
    }

    /** The frame that was taken last counts as not taken. */
    public void giveBack() {
        taken = NONE;
    }

    /** The number of the frame that was taken last; 0 where the sender does not count. */
    public long number() {
        return Math.max(taken, 0);
    }

    /** ms after which a frame that cannot be used is worth another look. */
    public long retryMillis(long retry) {
        return counted ? retry : UNCOUNTED_FRAME_MILLIS;
    }

    /** Waits until there may be a new frame; false where the time ran out or the thread was interrupted. */
    public boolean await(long timeoutMillis) {
        long millis = counted ? timeoutMillis : Math.min(UNCOUNTED_FRAME_MILLIS, timeoutMillis);
        return count.waitForChange((int) number(), millis) == WaitResult.SIGNALLED;
    }

    /** Begins the sender's count again: nobody may take what is there for a frame. For who owns the pixels. */
    public void restart() {
        count.restart();
    }

    /** While no frames come: notices that the sender has begun anew. */
    public void rest() {
        if (count.frame() == 0) {
            taken = NONE;
        }
    }

    @Override
    public void close() {
        count.close();
    }
}
