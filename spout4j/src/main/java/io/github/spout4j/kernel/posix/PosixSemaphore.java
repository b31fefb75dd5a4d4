package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import java.lang.foreign.MemorySegment;

/**
 * Its word is the count. Another says how many wait, so that nobody calls the system to wake nobody; one that was killed while it
 * waited costs that call from then on.
 */
final class PosixSemaphore extends Handle implements NamedSemaphore {
    /** How long a lower count must last to be news: those who only read the count take 1 and give it back. */
    private static final long DIP = 500_000;

    private final MemorySegment waiters;

    PosixSemaphore(ObjectDirectory directory, ObjectDirectory.Attached attached) {
        super(directory, attached);
        waiters = ObjectLayout.word(bytes, ObjectLayout.WAITERS);
    }

    @Override
    public WaitResult acquire(long timeoutMillis) {
        long deadline = Deadline.after(timeoutMillis);
        for (int round = 0;;) {
            int count = state();
            if (count > 0) {
                if (ObjectLayout.replace(word, count, count - 1)) {
                    return WaitResult.SIGNALLED;
                }
                continue;
            }
            long left = Deadline.left(deadline);
            if (left <= 0) {
                return WaitResult.TIMED_OUT;
            }
            if (Thread.currentThread().isInterrupted()) {
                return WaitResult.INTERRUPTED;
            }
            await(count, left, round++);
        }
    }

    @Override
    public int release(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a release of " + count);
        }
        for (;;) {
            int found = state();
            int before = Math.max(found, 0); // less is what somebody has overwritten
            if (before > attachment.maximum - count) {
                throw new SpoutException("the semaphore \"" + attachment.name + "\" is at " + before + " of "
                        + attachment.maximum + ": " + count + " more would be too many");
            }
            if (ObjectLayout.replace(word, found, before + count)) {
                if ((int) WORD.getVolatile(waiters) != 0) {
                    WordWait.wakeAll(word);
                }
                return before;
            }
        }
    }

    @Override
    public int count() {
        return state();
    }

    @Override
    public WaitResult awaitChange(int known, long timeoutMillis) {
        long deadline = Deadline.after(timeoutMillis);
        long dipEnd = 0;
        for (int round = 0;; round++) {
            int count = state();
            if (count > known) {
                return WaitResult.SIGNALLED;
            }
            long left = Deadline.left(deadline);
            if (count < known) {
                long now = System.nanoTime();
                dipEnd = dipEnd == 0 ? now + DIP : dipEnd;
                if (dipEnd - now <= 0) {
                    return WaitResult.SIGNALLED;
                }
                left = Math.min(left, dipEnd - now);
            } else {
                dipEnd = 0;
            }
            if (left <= 0) {
                return count < known ? WaitResult.SIGNALLED : WaitResult.TIMED_OUT;
            }
            if (Thread.currentThread().isInterrupted()) {
                return WaitResult.INTERRUPTED;
            }
            await(count, left, round);
        }
    }

    private void await(int count, long nanos, int round) {
        int _ = (int) WORD.getAndAdd(waiters, 1);
        try {
            if ((int) WORD.getVolatile(word) == count) {
                boolean _ = WordWait.await(word, count, nanos, round);
            }
        } finally {
            int _ = (int) WORD.getAndAdd(waiters, -1);
        }
    }
}
