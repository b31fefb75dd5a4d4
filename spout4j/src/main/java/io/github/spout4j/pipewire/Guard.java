package io.github.spout4j.pipewire;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock between the user's threads and PipeWire's, held shortly. PipeWire's threads must not stand in line with virtual threads: whoever is
 * before them may have no processor as long as others wait for PipeWire. So they try until it is free.
 */
final class Guard {
    private static final int TRIES = 100;
    private static final long AGAIN_NANOS = 20_000;

    private final ReentrantLock lock = new ReentrantLock();

    /** For the user's threads. */
    void lock() {
        lock.lock();
    }

    boolean tryLock() {
        return lock.tryLock();
    }

    /** For PipeWire's threads, and whoever has its loop locked. */
    void lockOutOfLine() {
        for (int tries = 0; !lock.tryLock(); tries++) {
            if (tries < TRIES) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    void unlock() {
        lock.unlock();
    }
}
