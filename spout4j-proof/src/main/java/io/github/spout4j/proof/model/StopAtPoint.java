package io.github.spout4j.proof.model;

import io.github.spout4j.kernel.PausePoint;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Counts the points that a victim passes, and keeps it at one of them for good; its other threads go no further than the next. */
public final class StopAtPoint implements Consumer<PausePoint> {
    private static final AtomicInteger PASSED = new AtomicInteger();
    private static volatile int stop = Integer.MAX_VALUE;

    /** From now on.
     *
     * @param point where to stop, 1 for the first
     */
    static void begin(int point) {
        PASSED.set(0);
        stop = point;
    }

    static int passed() {
        return PASSED.get();
    }

    @Override
    public void accept(PausePoint point) {
        int passed = PASSED.incrementAndGet();
        if (passed == stop) {
            System.out.println(Victim.STOPPED + " " + point);
        }
        while (passed >= stop) {
            LockSupport.park(this);
        }
    }
}
