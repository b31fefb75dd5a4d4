package io.github.spout4j.engine;

import io.github.spout4j.FrameListener;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Calls a listener with a receiver's frames, on a thread of its own. */
final class FrameCalls implements SenderDirectory.Subscription {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long LOOK_NANOS = LOOK.toNanos();
    private static final long PATIENCE_MILLIS = 1000;

    private final SpoutReceiver receiver;
    private final BooleanSupplier absent;
    private final Consumer<SpoutFrame> frames;
    private final Consumer<SpoutException> errors;
    private final Consumer<Void> gone;
    /** Held while the listener is called. */
    private final ReentrantLock calls = new ReentrantLock();
    private final Thread thread;
    private volatile boolean ended;
    private boolean present;
    private String told = "";

    /** @param absent whether the sender was not there at the last look */
    private FrameCalls(String name, SpoutReceiver receiver, BooleanSupplier absent, FrameListener listener) {
        this.receiver = receiver;
        this.absent = absent;
        frames = listener::frame;
        errors = listener::error;
        gone = _ -> listener.senderGone();
        thread = Thread.ofPlatform().daemon().name("spout4j frames of " + name).unstarted(this::run);
    }

    static FrameCalls start(String name, SpoutReceiver receiver, BooleanSupplier absent, FrameListener listener) {
        FrameCalls calls = new FrameCalls(name, receiver, absent, listener);
        calls.thread.start();
        return calls;
    }

    boolean ended() {
        return ended;
    }

    private void run() {
        while (!ended) {
            Thread.interrupted(); // a listener's own: the thread is ours
            try {
                Optional<SpoutFrame> received = receiver.receive(LOOK);
                if (received.isPresent()) {
                    hand(received.get());
                } else if (present && absent.getAsBoolean()) {
                    present = false;
                    call(gone, null);
                }
            } catch (SpoutException e) {
                fail(e);
            } catch (IllegalStateException _) {
                ended = true; // the receiver is closed
            }
        }
    }

    private void hand(SpoutFrame received) {
        present = true;
        told = "";
        try (SpoutFrame frame = received) {
            call(frames, frame);
        }
    }

    private void fail(SpoutException e) {
        if (!told.equals(e.getMessage())) {
            told = e.getMessage();
            call(errors, e);
        }
        LockSupport.parkNanos(LOOK_NANOS);
    }

    private <T> void call(Consumer<T> method, T argument) {
        calls.lock();
        try {
            if (!ended) {
                method.accept(argument);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "a listener of frames failed; the calls go on", e);
        } finally {
            calls.unlock();
        }
    }

    /** So that no frame is taken after this is closed. */
    private void join() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
        if (!calls.isHeldByCurrentThread() && Locks.tryLock(calls, PATIENCE_MILLIS)) {
            try {
                thread.interrupt(); // receives, and calls nobody any more
            } finally {
                calls.unlock();
            }
            join();
        }
    }
}
