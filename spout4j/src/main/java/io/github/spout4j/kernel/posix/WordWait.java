package io.github.spout4j.kernel.posix;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;

/**
 * Waiting for a shared word to change: asleep in the kernel where it has futexes, in short parks elsewhere and on virtual
 * threads, whose carrier a sleep in the kernel would hold.
 */
final class WordWait {
    private static final boolean FUTEX = Futex.works();
    private static final long FIRST_PARK = 30_000;
    private static final int PARK_DOUBLINGS = 5;

    private WordWait() {}

    /** Whether the current thread's waits are invisible to {@link #wake}. */
    static boolean parks() {
        return !FUTEX || Thread.currentThread().isVirtual();
    }

    /**
     * Waits while {@code word} is {@code expected}; may end early, and ends within 17 ms to let the caller look around.
     *
     * @param round how often the caller has waited before: parks get longer, up to 1 ms
     * @return whether {@link #wake} ended it; never so where it parks
     */
    static boolean await(MemorySegment word, int expected, long nanos, int round) {
        if (parks()) {
            LockSupport.parkNanos(WordWait.class, Math.min(nanos, FIRST_PARK << Math.min(round, PARK_DOUBLINGS)));
            return false;
        }
        return Futex.await(word, expected, nanos);
    }

    /** Wakes sleepers and returns how many there were; those who park look by themselves. */
    static int wake(MemorySegment word, int most) {
        return FUTEX ? Futex.wake(word, most) : 0;
    }

    static void wakeAll(MemorySegment word) {
        wake(word, Integer.MAX_VALUE);
    }
}
