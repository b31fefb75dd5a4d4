package io.github.spout4j.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process brings about. */
public final class Await {
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    private Await() {}

    /** Waits until {@code condition} holds; fails with {@code what} where it does not in time. */
    public static void until(String what, Duration timeout, BooleanSupplier condition) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + timeout.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** Waits until the thread waits itself: parked, asleep, or in a native wait, which Java takes for running. */
    public static void untilWaiting(Thread thread) {
        until(thread + " waits", Duration.ofSeconds(10), () -> switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            default -> Arrays.stream(thread.getStackTrace()).anyMatch(call -> call.getMethodName().equals("await"));
        });
    }
}
