package io.github.spout4j.engine;

import io.github.spout4j.LastFrame;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.protocol.FrameRate;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A receiver's hold on its sender: finds it, follows it, and lets it go. One thread at a time, between {@link #enter} and
 * {@link #leave}, where nothing else is said.
 */
final class Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    /** Of {@link #enter}. */
    static final long BUSY = -1;

    private static final long LOOK_AGAIN_MILLIS = 10;
    /** Shorter, since the sender is there and most likely about to be well. */
    private static final long HINDERED_MILLIS = 5;
    /** How long no frames come before the sender is looked at afresh. */
    private static final long QUIET_MILLIS = 50;
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_MILLIS = 1000;

    private final String receiver;
    private final SoughtSender sought;
    private final Finder finder;
    private final ReentrantLock lock = new ReentrantLock();
    private final FrameRate rate = new FrameRate();
    private final Hindrance hindrance = new Hindrance();
    private volatile boolean open = true;
    private final LastFrame lastFrame;
    private final LostMemory lost;
    private final Losses losses;
    private PixelReader reader;
    private SenderName connected;
    /** Of the frame to be cleared when its sender goes; null where there is none. */
    private FrameShape lastShape;
    private long numberToClear;
    private volatile boolean absent;
    private long lastNumber;
    private long lastLook;
    /** Since the last look. */
    private boolean framesCame;

    /**
     * @param receiver  whose it is, for people
     * @param wanted    null for the active sender
     * @param finder    closed with it
     * @param lastFrame what becomes of it when its sender has gone
     * @param lost      what becomes of memory that others take away
     */
    Connection(String receiver, SenderName wanted, Finder finder, LastFrame lastFrame, LostMemory lost) {
        this.lastFrame = lastFrame;
        this.lost = lost;
        losses = new Losses(lost);
        this.receiver = receiver;
        this.finder = finder;
        sought = new SoughtSender(wanted, finder);
    }

    /** From any thread. */
    Optional<String> name() {
        return sought.name();
    }

    /** The sender as it is now; from any thread. */
    Optional<SenderInfo> info() {
        requireOpen();
        return lost.look(sought::info);
    }

    /** From any thread. */
    double fps() {
        return rate.hertz(System.nanoTime());
    }

    /**
     * Waits until no other thread receives; that long at most, but at least as long as a look at the sender takes.
     *
     * @return ns that are left; {@link #BUSY} where the time ran out or the thread was interrupted
     */
    long enter(long nanos) {
        requireOpen();
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("receive was called from within the reader of another receive");
        }
        if (lock.tryLock()) {
            return nanos;
        }
        long start = System.nanoTime();
        try {
            return lock.tryLock(Math.max(nanos, LOOK_NANOS), TimeUnit.NANOSECONDS)
                    ? Math.max(nanos - (System.nanoTime() - start), 0)
                    : BUSY;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return BUSY;
        }
    }

    void leave() {
        try {
            LateErrors.await();
            if (!open) {
                disconnect();
            }
        } catch (InternalError e) {
            throw lost(e);
        } finally {
            lock.unlock();
        }
    }

    /** What to tell the user of memory that was taken away while it received; the next look is at the sender afresh. */
    SpoutException lost(InternalError e) {
        SpoutException told = lost.told(e);
        disconnect();
        hindrance.end();
        return told;
    }

    /** Where the frame is that {@link #next} has found. */
    PixelReader reader() {
        return reader;
    }

    /**
     * Waits until {@link #reader} has a new frame; false where none comes in time.
     *
     * @param nanos ns to wait at most
     * @throws SpoutException where something about the sender has kept its frames away for 2 s, or it is well but cannot give
     *                        what this receiver wants
     */
    boolean next(PixelReader.Form form, long nanos) {
        requireOpen();
        if (reader != null && losses.any()) {
            disconnect();
        }
        try {
            PixelReader.Access atOnce = atOnce(form);
            if (atOnce == PixelReader.Access.READY) {
                hindrance.end();
                taken();
                return true;
            }
            if (atOnce == PixelReader.Access.UNCHANGED && nanos <= 0) {
                hindrance.end();
                rest();
                return false;
            }
        } catch (NotNowException _) {
            // looked at again below
        }
        long deadline = System.nanoTime() + nanos;
        for (;;) {
            requireOpen();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            try {
                if (connect(left) && look(form, left)) {
                    return true;
                }
            } catch (NotNowException _) {
                pause(left, HINDERED_MILLIS);
            }
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    /** Whether the sender that is connected has a new frame; where it has none, after a while. */
    private boolean look(PixelReader.Form form, long left) {
        switch (reader.begin(form, Math.clamp(left, 1, QUIET_MILLIS))) {
            case READY -> {
                hindrance.end();
                taken();
                return true;
            }
            case LOST -> {
                disconnect();
                pause(left, LOOK_AGAIN_MILLIS);
            }
            case UNCHANGED -> {
                hindrance.end();
                if (left > 0) {
                    reader.await(Math.min(left, QUIET_MILLIS));
                }
                rest();
            }
            case HINDERED -> {
                hindered(reader.problem(), left);
                rest();
            }
            case BUSY -> {
                // somebody reads or writes for long: look again
            }
        }
        return false;
    }

    /** What a reader finds that neither waits nor has to look who is the sender: without a look at the clock. Else BUSY. */
    private PixelReader.Access atOnce(PixelReader.Form form) {
        return reader == null || reader.waits() || sought.changes() ? PixelReader.Access.BUSY : reader.begin(form, 0);
    }

    private void taken() {
        count(reader.number());
        remember();
    }

    private static void pause(long left, long most) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.clamp(left, 0, most)));
    }

    /** Whether there is a sender to receive from; where there is none yet, after a pause. */
    private boolean connect(long left) {
        SenderName wanted = sought.current();
        if (!Objects.equals(connected, wanted)) {
            disconnect();
            hindrance.end();
            connected = wanted;
        }
        if (reader != null) {
            return true;
        }
        if (wanted != null) {
            losses.begin(wanted.text());
        }
        switch (wanted == null ? ConnectResult.ABSENT : finder.connect(wanted)) {
            case ConnectResult.Connected(PixelReader found) -> {
                absent = false;
                reader = found;
                lastLook = System.nanoTime();
            }
            case ConnectResult.Absent _ -> {
                hindrance.end();
                absent = true;
                if (lastShape == null) {
                    pause(left, LOOK_AGAIN_MILLIS);
                } else if (sought.isStill(wanted)) {
                    reader = new ClearedFrame(lastShape, numberToClear);
                }
            }
            case ConnectResult.Hindered(String problem) -> hindered(problem, left);
        }
        return reader != null;
    }

    private void remember() {
        if (reader instanceof ClearedFrame) {
            lastShape = null;
        } else if (lastFrame == LastFrame.CLEAR) {
            lastShape = reader.shape();
            numberToClear = reader.number();
        }
    }

    private void hindered(String problem, long left) {
        if (hindrance.seen(System.nanoTime())) {
            throw new SpoutException(problem);
        }
        pause(left, HINDERED_MILLIS);
    }

    private void disconnect() {
        PixelReader old = reader;
        reader = null;
        lastNumber = 0;
        rate.reset();
        if (old != null) {
            old.close();
        }
    }

    private void count(long number) {
        framesCame = true;
        if (number > lastNumber && lastNumber > 0) {
            rate.framesNow((int) Math.min(number - lastNumber, Integer.MAX_VALUE));
        } else if (number != lastNumber) {
            rate.reset(); // and no start: the first frame was there already, for however long
        }
        lastNumber = number;
    }

    /** Where no frame came for a while: lets go of what would keep a sender from ending or growing. */
    private void rest() {
        long now = System.nanoTime();
        if (framesCame) {
            framesCame = false;
            lastLook = now;
        }
        if (now - lastLook > QUIET_NANOS) {
            lastLook = now;
            if (!reader.rest()) {
                disconnect();
            }
        }
    }

    /** As in receiving, for while nobody receives; to be run now and then, from any thread. */
    void restIfIdle() {
        if (lock.tryLock()) {
            try {
                if (open && reader != null) {
                    rest();
                }
            } catch (NotNowException _) {
                // looked at again soon
            } catch (InternalError e) {
                LOG.log(System.Logger.Level.DEBUG, "the sender is looked for afresh", lost(e));
            } finally {
                leave();
            }
        }
    }

    /** Whether there was no sender at the last look; from any thread. */
    boolean absent() {
        return absent;
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException(receiver + " is closed");
        }
    }

    /** From any thread. Where a frame is being read for over 1 s, its reader disconnects when it is done. */
    @Override
    public void close() {
        open = false;
        try (finder) {
            if (!lock.isHeldByCurrentThread() && Locks.tryLock(lock, PATIENCE_MILLIS)) {
                leave();
            }
        }
    }
}
