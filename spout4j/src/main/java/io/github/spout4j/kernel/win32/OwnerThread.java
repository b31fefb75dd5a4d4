package io.github.spout4j.kernel.win32;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The platform thread that stands for one virtual thread towards Windows, where a mutex belongs to a thread of the system.
 * It starts when its virtual thread first needs it, and ends when that ends, or a while after it owns nothing: mutexes of a
 * virtual thread that ended are thus abandoned, as those of any other thread.
 */
final class OwnerThread {
    private static final ThreadLocal<OwnerThread> OF_THREAD = ThreadLocal
            .withInitial(() -> new OwnerThread(Thread.currentThread()));
    private static final long IDLE_MILLIS = 1000;
    private static final long LOOK_AFTER_OWNER_MILLIS = 20;

    private enum State {
        NONE, IDLE, BUSY
    }

    private final Thread virtual;
    private final AtomicReference<State> state = new AtomicReference<>(State.NONE);
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore answered = new Semaphore(0);
    private final BooleanSupplier interruption = this::isInterrupted;
    private volatile boolean interrupted;
    private Function<BooleanSupplier, ?> task;
    private Object answer;
    private RuntimeException failure;
    private int owned;

    private OwnerThread(Thread virtual) {
        this.virtual = virtual;
    }

    /** Of the current thread, which is virtual. */
    static OwnerThread ofVirtual() {
        return OF_THREAD.get();
    }

    /**
     * Runs {@code work} on the platform thread while the virtual thread waits, unmounted.
     *
     * @param work is given what tells whether the virtual thread was interrupted meanwhile
     */
    <T> T call(Function<BooleanSupplier, T> work) {
        task = work;
        interrupted = false;
        if (state.getAndSet(State.BUSY) == State.NONE) {
            Thread.ofPlatform().daemon().name("spout4j mutexes of " + virtual).start(this::serve);
        }
        asked.release();
        try {
            answered.acquire();
        } catch (InterruptedException _) {
            interrupted = true;
            answered.acquireUninterruptibly();
            Thread.currentThread().interrupt();
        }
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        @SuppressWarnings("unchecked")
        T result = (T) answer;
        return result;
    }

    /** Called by work that has acquired (+1) or released (-1) a mutex. */
    void owns(int change) {
        owned += change;
    }

    private boolean isInterrupted() {
        return interrupted;
    }

    private void serve() {
        while (next()) {
            try {
                failure = null;
                answer = task.apply(interruption);
            } catch (RuntimeException e) {
                failure = e;
            }
            task = null;
            state.set(State.IDLE);
            answered.release();
        }
    }

    /** Waits for work; false where this thread is no longer needed. */
    private boolean next() {
        for (;;) {
            try {
                if (asked.tryAcquire(owned > 0 ? LOOK_AFTER_OWNER_MILLIS : IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException _) {
                continue; // nobody has reason to interrupt this thread
            }
            if ((owned == 0 || !virtual.isAlive()) && state.compareAndSet(State.IDLE, State.NONE)) {
                return false;
            }
        }
    }
}
