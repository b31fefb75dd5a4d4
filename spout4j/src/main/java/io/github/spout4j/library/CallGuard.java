package io.github.spout4j.library;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one call at a time to an object of the DLL, which is not thread-safe, and none after it was closed. Two instructions
 * more than a call without it; a lock of java.util.concurrent costs several times that.
 */
final class CallGuard {
    private static final VarHandle STATE;
    private static final int FREE = 0;
    private static final int BUSY = 1;
    private static final int CLOSED = 2;
    private static final int SPINS = 100;
    private static final long PAUSE_NANOS = 50_000;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(CallGuard.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String description;
    @SuppressWarnings("unused") // by STATE
    private int state;

    CallGuard(String description) {
        this.description = description;
    }

    /**
     * Waits for a call that another thread is in.
     *
     * @throws IllegalStateException where it is closed
     */
    void enter() {
        if (!STATE.compareAndSet(this, FREE, BUSY) && !waitFor(BUSY)) {
            throw closed();
        }
    }

    void exit() {
        STATE.setRelease(this, FREE);
    }

    /** Waits for a call that another thread is in; false where it was closed before. */
    boolean close() {
        return STATE.compareAndSet(this, FREE, CLOSED) || waitFor(CLOSED);
    }

    boolean isClosed() {
        return (int) STATE.getVolatile(this) == CLOSED;
    }

    private boolean waitFor(int next) {
        for (int tries = 0; !isClosed(); tries++) {
            if (STATE.compareAndSet(this, FREE, next)) {
                return true;
            }
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return false;
    }

    IllegalStateException closed() {
        return new IllegalStateException(description + " is closed");
    }

    @Override
    public String toString() {
        return description;
    }
}
