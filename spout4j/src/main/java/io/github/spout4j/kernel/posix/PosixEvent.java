package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.WaitResult;

/** Its word is 1 while signalled. */
final class PosixEvent extends Handle implements NamedEvent {
    PosixEvent(ObjectDirectory directory, ObjectDirectory.Attached attached) {
        super(directory, attached);
    }

    @Override
    public void set() {
        requireOpen();
        WORD.setVolatile(word, 1);
        WordWait.wake(word, 1);
    }

    @Override
    public WaitResult await(long timeoutMillis) {
        long deadline = Deadline.after(timeoutMillis);
        for (int round = 0;; round++) {
            requireOpen();
            if (ObjectLayout.replace(word, 1, 0)) {
                return WaitResult.SIGNALLED;
            }
            long left = Deadline.left(deadline);
            if (left <= 0) {
                return WaitResult.TIMED_OUT;
            }
            if (Thread.currentThread().isInterrupted()) {
                return WaitResult.INTERRUPTED;
            }
            boolean _ = WordWait.await(word, 0, left, round);
        }
    }
}
