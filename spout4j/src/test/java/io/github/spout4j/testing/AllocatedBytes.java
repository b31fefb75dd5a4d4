package io.github.spout4j.testing;

import java.lang.reflect.Method;
import java.time.Duration;

/** Heap bytes that this thread allocates. By reflection: the library's module reads no management module. */
public final class AllocatedBytes {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RUNS = 10_000;
    private static final Object BEAN;
    private static final Method ALLOCATED;

    static {
        try {
            BEAN = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
            ALLOCATED = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private AllocatedBytes() {}

    /**
     * Runs {@code action} until it allocates nothing any more; fails where it always does. That takes the JIT's time, which is
     * long on a busy machine; less than a byte a run is what its rare deoptimisations and the question itself take.
     */
    public static void requireNone(Runnable action) {
        Await.until(RUNS + " runs that take less than a byte each", PATIENCE, () -> {
            long before = now();
            for (int i = 0; i < RUNS; i++) {
                action.run();
            }
            return now() - before < RUNS;
        });
    }

    private static long now() {
        try {
            return (long) ALLOCATED.invoke(BEAN);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
