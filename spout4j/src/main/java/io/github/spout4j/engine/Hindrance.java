package io.github.spout4j.engine;

import java.util.concurrent.TimeUnit;

/**
 * Since when a receiver has been hindered without a break (docs/architecture.md: What lasts a moment). What lasts a moment is
 * waited out; what lasts for {@link #PATIENCE_NANOS} is an error. Times are of {@link System#nanoTime}, passed in. Allocates
 * nothing; one thread at a time.
 */
final class Hindrance {
    /** ns that a sender may be in any state before that is an error. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** ns between two looks after which nobody knows what was in between. */
    private static final long BREAK_NANOS = PATIENCE_NANOS;

    private boolean present;
    private long since;
    private long lastSeen;

    /** A look at the sender found it hindered; true where it has been so for too long. */
    boolean seen(long now) {
        if (!present || now - lastSeen > BREAK_NANOS) {
            present = true;
            since = now;
        }
        lastSeen = now;
        return now - since >= PATIENCE_NANOS;
    }

    /** A look found nothing wrong, or another sender. */
    void end() {
        present = false;
    }
}
