package io.github.spout4j.preview;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hands the newest of something from one thread to another, of which neither waits: three objects go round, one filled, one
 * ready, one read.
 */
final class TripleBuffer<T> {
    private static final int INDEX = 3;
    private static final int FRESH = 4;

    private final List<T> all;
    private final AtomicInteger ready = new AtomicInteger(1);
    private int back;
    private int front = 2;

    TripleBuffer(Supplier<? extends T> maker) {
        all = Stream.<T>generate(maker).limit(3).toList();
    }

    /** The one to fill; the filling thread's alone. */
    T back() {
        return all.get(back);
    }

    /** What was filled is ready; one that was ready and not taken comes back to be filled anew. */
    void publish() {
        back = ready.getAndSet(back | FRESH) & INDEX;
    }

    /** Whether something is ready that was not taken. */
    boolean fresh() {
        return (ready.get() & FRESH) != 0;
    }

    /** Makes what is ready the front; false where that is the newest already. */
    boolean take() {
        if (!fresh()) {
            return false;
        }
        front = ready.getAndSet(front) & INDEX;
        return true;
    }

    /** The one to read; the reading thread's alone. */
    T front() {
        return all.get(front);
    }

    /** All three, for when no thread uses them any more. */
    List<T> all() {
        return all;
    }
}
