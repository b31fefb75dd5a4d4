package io.github.spout4j.pipewire;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Threads that wait for what PipeWire's threads tell. Telling waits for nobody. */
final class Waiters {
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

    /** Something has changed. */
    void tell() {
        waiting.forEach(LockSupport::unpark);
    }

    /** Whether a condition holds, or comes to within that time; false where the thread is interrupted before. */
    boolean await(BooleanSupplier condition, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Thread self = Thread.currentThread();
        waiting.add(self);
        try {
            for (;;) {
                if (condition.getAsBoolean()) {
                    return true;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0 || self.isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
            }
        } finally {
            waiting.remove(self);
        }
    }
}
