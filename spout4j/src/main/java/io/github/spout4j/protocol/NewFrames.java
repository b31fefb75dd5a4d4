package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.WaitResult;

/**
 * Which frames a receiver has not had yet of a sender that counts each one when it is complete (docs/protocol.md: Frame count).
 * Allocates nothing once open; one thread at a time.
 */
public final class NewFrames implements AutoCloseable {
    /** What {@link #newest} says where there is none. */
    public static final long NONE = -1;

    private final FrameCount count;
    private long taken = NONE;

    public NewFrames(KernelObjects objects, SenderName sender) {
        count = new FrameCount(objects, sender);
    }

    /** The number of the newest frame; {@link #NONE} where it was taken already, or there is none yet. */
    public long newest() {
        long current = count.frame();
        if (current == 0) {
            taken = NONE;
        }
        return current != 0 && current != taken ? current : NONE;
    }

    /** The receiver has this frame now. */
    public void take(long number) {
        taken = number;
    }

    /** The frame that was taken last counts as not taken. */
    public void giveBack() {
        taken = NONE;
    }

    /** The number of the frame that was taken last; 0 where there was none. */
    public long number() {
        return Math.max(taken, 0);
    }

    /** Waits until there may be a new frame; false where the time ran out or the thread was interrupted. */
    public boolean await(long timeoutMillis) {
        return count.waitForChange((int) number(), timeoutMillis) == WaitResult.SIGNALLED;
    }

    /** Begins the sender's count again: nobody may take what is there for a frame. For who owns the pixels. */
    public void restart() {
        count.restart();
    }

    /** While no frames come: notices that the sender has begun anew. */
    public void rest() {
        count.rest();
        if (count.frame() == 0) {
            taken = NONE;
        }
    }

    @Override
    public void close() {
        count.close();
    }
}
