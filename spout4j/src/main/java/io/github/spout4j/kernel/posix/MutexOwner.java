package io.github.spout4j.kernel.posix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Which thread of this process owns a mutex that this process owns, and how often. */
final class MutexOwner {
    private static final VarHandle THREAD;

    static {
        try {
            THREAD = MethodHandles.lookup().findVarHandle(MutexOwner.class, "thread", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Thread thread;
    private int depth;

    boolean is(Thread asking) {
        return THREAD.getAcquire(this) == asking;
    }

    void become(Thread owner) {
        depth = 1;
        THREAD.setRelease(this, owner);
    }

    void again() {
        depth++;
    }

    /** Gives one acquisition back; true where it was the last. The caller is the owner. */
    boolean less() {
        if (--depth > 0) {
            return false;
        }
        THREAD.setRelease(this, null);
        return true;
    }

    boolean present() {
        return THREAD.getAcquire(this) != null;
    }

    /** Whether the owner ended without giving the mutex back; true for one caller only, who has to abandon it. */
    boolean takeLost() {
        Thread owner = (Thread) THREAD.getAcquire(this);
        return owner != null && !owner.isAlive() && THREAD.compareAndSet(this, owner, null);
    }
}
