package io.github.spout4j.proof.chaos;

import io.github.spout4j.kernel.PausePoint;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps one thread where it was told to, the n-th time that any passes there, until it is let go or killed. */
public final class PausedProgram implements Consumer<PausePoint> {
    /** Properties. */
    static final String POINT = "chaos.point";
    static final String PASS = "chaos.pass";

    private static final CountDownLatch GO = new CountDownLatch(1);
    private static volatile Ledger ledger;

    private final PausePoint point = PausePoint.valueOf(System.getProperty(POINT));
    private final AtomicInteger left = new AtomicInteger(Integer.getInteger(PASS));

    static void tells(Ledger where) {
        ledger = where;
    }

    static void letGo() {
        GO.countDown();
    }

    @Override
    public void accept(PausePoint passed) {
        if (passed != point || left.decrementAndGet() != 0) {
            return;
        }
        ledger.set(Ledger.Count.PAUSED_WHERE, point.ordinal());
        ledger.set(Ledger.Count.PAUSED_AT, System.nanoTime());
        boolean interrupted = false;
        while (GO.getCount() > 0) {
            try {
                GO.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        ledger.set(Ledger.Count.CONTINUED_AT, System.nanoTime());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
