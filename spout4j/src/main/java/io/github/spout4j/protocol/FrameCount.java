package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;

/**
 * The number of a sender's frames: a semaphore whose count is one more (docs/protocol.md: Frame count). Exact while
 * nobody else reads it as the SDK does, by taking 1 and giving it back: then it may be 1 too low for a moment. Allocates
 * nothing once open.
 *
 * <p>Whoever holds this keeps the count: a receiver opens it anew for each new sender.
 */
public final class FrameCount implements AutoCloseable {
    private static final int BEFORE_FIRST = 1;

    private final NamedSemaphore semaphore;

    /** Opens the count; creates it where the sender does not count (yet), as the SDK does. */
    public FrameCount(KernelObjects objects, SenderName sender) {
        this(objects.createSemaphore(ObjectNames.count(sender), BEFORE_FIRST, Integer.MAX_VALUE));
    }

    private FrameCount(NamedSemaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * Counts a frame; for the sender. The SDK takes 1 and gives 2; giving 1 comes to the same in one step, and works while a
     * receiver that reads holds the last 1.
     *
     * @param least the lowest number that the frame may have, since somebody else may have lowered the count
     * @return the frame's number, 1 for the first
     */
    public int countFrame(int least) {
        int number = countFrame();
        return number < least && least < Integer.MAX_VALUE ? raise(number, least) : number;
    }

    /** As {@link #countFrame(int)}, whatever the number. */
    public int countFrame() {
        try {
            return semaphore.release(1);
        } catch (SpoutException _) {
            return Integer.MAX_VALUE - 1; // the maximum, after a year at 60 Hz: the count stands still
        }
    }

    private int raise(int number, int least) {
        semaphore.release(least - number);
        return least;
    }

    /** The number of the newest frame; 0 where the sender does not count, or has not yet. */
    public int frame() {
        return Math.max(0, semaphore.count() - BEFORE_FIRST);
    }

    /** The number of a sender's newest frame; 0 where the sender does not count, or has not yet. */
    public static int frame(KernelObjects objects, SenderName sender) {
        try (NamedSemaphore semaphore = objects.openSemaphore(ObjectNames.count(sender)).orElse(null)) {
            return semaphore == null ? 0 : Math.max(0, semaphore.count() - BEFORE_FIRST);
        } catch (SpoutException _) {
            return 0; // something else has that name
        }
    }

    /** Begins again at 0: the frame that was counted last is no longer there. For who owns the pixels. */
    public void restart() {
        while (semaphore.acquire(0) == WaitResult.SIGNALLED) {
            // each takes 1 away
        }
        semaphore.release(BEFORE_FIRST);
    }

    /** Waits until the newest frame may be another one than {@code known}: take the access mutex and look. */
    public WaitResult waitForChange(int known, long timeoutMillis) {
        return semaphore.awaitChange(known + 1, timeoutMillis);
    }

    @Override
    public void close() {
        semaphore.close();
    }
}
