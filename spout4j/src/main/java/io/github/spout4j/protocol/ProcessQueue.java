package io.github.spout4j.protocol;

import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the threads of this process wait for each other, before one of them waits for a mutex that all programs share: so
 * what that one waits for is other programs, and own threads are no crowd at the system. Entered as often by a thread as it
 * acquires the mutex. Thread-safe.
 */
final class ProcessQueue {
    private static final Map<String, ProcessQueue> QUEUES = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    /** Since when no thread of this process has got the mutex; guarded by the lock, as the next one. */
    private long refusedSince;
    /** When the last one gave up; 0 where the mutex was got since. */
    private long refusedUntil;

    private ProcessQueue() {}

    /** The one of a mutex. */
    static ProcessQueue of(String mutexName) {
        return QUEUES.computeIfAbsent(mutexName, _ -> new ProcessQueue());
    }

    /** Waits until no other thread of this process has it; false where the time ran out or the thread was interrupted. */
    boolean enter(long timeoutMillis) {
        try {
            return lock.tryLock() || lock.tryLock(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits for the mutex, for who has entered, and leaves where it is not owned then. What other threads have waited for in
     * vain since {@code asked} counts as this one's own wait: a program that hangs costs each thread its time once.
     *
     * @param asked the {@link System#nanoTime} when this thread asked for the mutex
     */
    WaitResult acquire(NamedMutex mutex, long timeoutMillis, long asked) {
        WaitResult result = WaitResult.TIMED_OUT;
        try {
            long start = System.nanoTime();
            result = mutex.acquire(Math.max(0, timeoutMillis - refusedMillis(asked)));
            if (result.owned()) {
                refusedUntil = 0;
            } else if (result == WaitResult.TIMED_OUT) {
                refusedSince = refusedUntil == 0 ? start : refusedSince;
                refusedUntil = System.nanoTime() | 1;
            }
            return result;
        } finally {
            if (!result.owned()) {
                lock.unlock();
            }
        }
    }

    private long refusedMillis(long asked) {
        if (refusedUntil == 0) {
            return 0;
        }
        long from = asked - refusedSince > 0 ? asked : refusedSince;
        return TimeUnit.NANOSECONDS.toMillis(Math.max(0, refusedUntil - from));
    }

    /** After the mutex was released. */
    void leave() {
        lock.unlock();
    }
}
