package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import java.util.function.BiFunction;

/**
 * The number of a sender's frames: a semaphore whose count is one more (docs/protocol.md: Frame count). Exact while
 * nobody else reads it as the SDK does, by taking 1 and giving it back: then it may be 1 too low for a moment. Allocates
 * nothing once open.
 *
 * <p>Whoever holds this keeps the count: a receiver opens it anew for each new sender.
 */
public final class FrameCount implements AutoCloseable {
    private static final int BEFORE_FIRST = 1;

    /** After so many frames in a row of which no event told, the sender is one that sets none. */
    private static final int MOST_UNTOLD = 2;
    private static final int NONE = -1;

    private final KernelObjects objects;
    private final SenderName sender;
    private final NamedSemaphore semaphore;
    /** Null where there are none. */
    private FrameEvents events;
    /** The number after which an event was set last. */
    private int passed = NONE;
    private int untold;

    /** Opens the count, for a receiver; creates it where the sender does not count (yet), as the SDK does. */
    public FrameCount(KernelObjects objects, SenderName sender) {
        this(objects, sender, FrameEvents::open);
    }

    private FrameCount(KernelObjects objects, SenderName sender,
            BiFunction<KernelObjects, SenderName, FrameEvents> opening) {
        this.objects = objects;
        this.sender = sender;
        semaphore = objects.createSemaphore(ObjectNames.count(sender), BEFORE_FIRST, Integer.MAX_VALUE);
        events = opening.apply(objects, sender);
    }

    /** For the sender, which wakes those who wait. */
    public static FrameCount ofSender(KernelObjects objects, SenderName sender) {
        return new FrameCount(objects, sender, FrameEvents::create);
    }

    /**
     * Counts a frame; for the sender. The SDK takes 1 and gives 2; giving 1 comes to the same in one step, and works while a
     * receiver that reads holds the last 1.
     *
     * @param least the lowest number that the frame may have, since somebody else may have lowered the count
     * @return the frame's number, 1 for the first
     */
    public int countFrame(int least) {
        int counted = raised();
        int number = counted < least && least < Integer.MAX_VALUE ? raise(counted, least) : counted;
        if (events != null) {
            events.tell(number);
        }
        return number;
    }

    /** As {@link #countFrame(int)}, whatever the number. */
    public int countFrame() {
        return countFrame(0);
    }

    private int raised() {
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
        try {
            return objects.glance(glance -> frame(glance, sender));
        } catch (SpoutException _) {
            return 0; // something else has that name
        }
    }

    static int frame(Glance glance, SenderName sender) {
        return Math.max(0, glance.count(ObjectNames.count(sender)).orElse(BEFORE_FIRST) - BEFORE_FIRST);
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
        if (events == null || known == passed) { // asked again: the event is set, for whatever reason, and no frame came
            return semaphore.awaitChange(known + 1, timeoutMillis);
        }
        WaitResult result = events.awaitAfter(known, timeoutMillis);
        if (result == WaitResult.SIGNALLED) {
            passed = known;
            untold = 0;
        } else if (result == WaitResult.TIMED_OUT && frame() != known) {
            untold++;
            if (untold == MOST_UNTOLD) {
                closeEvents();
            }
        }
        return result;
    }

    /** While no frames come, for a receiver: the sender may have made its events by now. */
    public void rest() {
        if (events == null) {
            events = FrameEvents.open(objects, sender);
            untold = 0;
        }
    }

    private void closeEvents() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    @Override
    public void close() {
        closeEvents();
        semaphore.close();
    }
}
