package io.github.spout4j.protocol;

import java.util.concurrent.TimeUnit;

/**
 * Whether pixels change all the time, however long their lock is held: their sender minds none, as those of the SDK do not after
 * counting was switched off. Its frames are to be given as they are, since no two looks ever agree. Times are ns of
 * {@link System#nanoTime()}; one thread at a time.
 */
final class Restlessness {
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    static final int UNSETTLED_TO_BELIEVE = 4;
    static final int SETTLED_TO_BELIEVE = 8;

    private boolean restless;
    private long since;
    private int unsettled;
    private int settled;

    boolean isRestless() {
        return restless;
    }

    /** Two looks after one another did not agree. */
    void unsettled(long now) {
        settled = 0;
        since = unsettled == 0 ? now : since;
        unsettled++;
        restless |= unsettled >= UNSETTLED_TO_BELIEVE && now - since > PATIENCE_NANOS;
    }

    /** A look has shown what was there before. */
    void unchanged() {
        unsettled = 0;
    }

    /** A frame was given, because two looks agreed or as it was. */
    void given(boolean agreed) {
        unsettled = 0;
        settled = agreed ? settled + 1 : 0;
        restless &= settled < SETTLED_TO_BELIEVE;
    }
}
