package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import java.lang.foreign.MemorySegment;

/**
 * A mutex's word: the holder (a {@link ProcessToken} or one of the values here), and a bit that says that somebody may
 * wait. Free with that bit set means: those who waited come first.
 */
final class MutexWord {
    static final int FREE = 0;
    static final int ABANDONED = 1;
    static final int CONTENDED = 1 << 31;

    private MutexWord() {}

    static int holder(int word) {
        return word & ~CONTENDED;
    }

    /** Tells the next owner that {@code token}'s process will not release it, if that process holds it. */
    static void abandon(MemorySegment word, int token) {
        int seen = (int) WORD.getVolatile(word);
        while (holder(seen) == token && !ObjectLayout.replace(word, seen, ABANDONED | CONTENDED)) {
            seen = (int) WORD.getVolatile(word);
        }
        WordWait.wakeAll(word);
    }
}
