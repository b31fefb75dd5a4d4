package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import java.util.concurrent.TimeUnit;

/**
 * Which frames a receiver has seen of a sender that does not promise to count each frame when it is complete (docs/protocol.md:
 * Frames that nobody counts): when to look, and which number a frame gets. What is new is for the caller to find, by comparing
 * pixels. Allocates nothing once open; one thread at a time.
 */
public final class SeenFrames implements AutoCloseable {
    /** ns between looks that are made though none is due, for callers who don't wait until then. */
    private static final long ASKED_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    /** How long pixels without a bit in them may be a texture or map that was only just made. */
    private static final long BLANK_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private final KernelObjects objects;
    private final FrameCount count;
    private final Cadence cadence = new Cadence();
    private final Restlessness restlessness = new Restlessness();
    private long lookedAt = System.nanoTime() - ASKED_NANOS;
    private long begunAt;
    private boolean first = true;
    private int counted;
    private long number;

    public SeenFrames(KernelObjects objects, SenderName sender) {
        this.objects = objects;
        count = new FrameCount(objects, sender);
        begin();
    }

    /** From now on the frames are in another place: the next one there is new, whatever it is. */
    public void begin() {
        begunAt = System.nanoTime();
        first = true;
    }

    /** Whether no frame was seen since {@link #begin}. */
    public boolean isFirst() {
        return first;
    }

    /** Whether to look now: one is due, or none would be within {@code timeoutMillis}. */
    public boolean isDue(long timeoutMillis) {
        long now = System.nanoTime();
        int current = count.frame();
        if (current != counted) {
            counted = current;
            if (current != 0) {
                cadence.expect(now);
            }
        }
        long wait = cadence.nextLook() - now;
        return wait <= 0 || wait > timeoutMillis * MILLI && now - lookedAt >= ASKED_NANOS;
    }

    /** Whether the sender had counted a frame at the last {@link #isDue}. */
    public boolean counts() {
        return counted != 0;
    }

    /** Whether this look should compare all pixels, and not some rows alone; {@code subtle} as in {@link Cadence#isWholeDue}. */
    public boolean isWholeDue(boolean subtle) {
        return cadence.isWholeDue(System.nanoTime(), subtle);
    }

    /** All pixels were read. */
    public void whole() {
        cadence.whole(System.nanoTime());
    }

    /** Whether pixels without a bit in them are rather no frame yet. */
    public boolean isTooEarlyForBlank() {
        return first && System.nanoTime() - begunAt < BLANK_NANOS;
    }

    /** The look has shown nothing new. */
    public void unchanged() {
        lookedAt = System.nanoTime();
        restlessness.unchanged();
        cadence.unchanged(lookedAt);
    }

    /** The look, begun at {@code began}, has shown something new, which may still be changing. */
    public void appeared(long began) {
        cadence.appeared(began);
    }

    /** ns after which a second look is to show the same; see {@link Cadence#settling}. */
    public long settlingNanos() {
        return cadence.settling();
    }

    /** The look has shown pixels that are just changing. */
    public void unsettled() {
        lookedAt = System.nanoTime();
        restlessness.unsettled(lookedAt);
        cadence.unsettled(lookedAt);
    }

    /** Whether the pixels change all the time, locked or not: frames are to be given as they are, or there would be none. */
    public boolean isRestless() {
        return restlessness.isRestless();
    }

    /** What is there now is no frame to be given, and not new. */
    public void skip() {
        first = false;
        unchanged();
    }

    /**
     * The look, begun at {@code began}, has shown a new frame.
     *
     * @param whole whether a second look agreed, or none is needed
     */
    public void changed(long began, boolean whole) {
        lookedAt = System.nanoTime();
        restlessness.given(whole);
        first = false;
        number = Math.max(number + 1, counted);
        cadence.changed(began, lookedAt);
    }

    /** The number of the last new frame: the sender's count where that is ahead, else one more than the last one's. */
    public long number() {
        return number;
    }

    /** Waits until the next look is due; false where the thread was interrupted or, as may be, the time ran out. */
    public boolean await(long timeoutMillis) {
        long nanos = Math.min(timeoutMillis * MILLI, cadence.nextLook() - System.nanoTime());
        if (nanos <= 0) {
            return !Thread.currentThread().isInterrupted();
        }
        long quiet = cadence.quietUntil() - System.nanoTime();
        if (counted == 0 || nanos < MILLI) {
            objects.nap(nanos);
        } else if (quiet > 0) {
            objects.nap(Math.min(nanos, quiet));
        } else {
            count.waitForChange(counted, nanos / MILLI);
        }
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        count.close();
    }
}
