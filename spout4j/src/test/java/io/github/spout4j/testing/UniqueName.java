package io.github.spout4j.testing;

import java.util.concurrent.atomic.AtomicLong;

/** Names that no other run, test or program uses. */
public final class UniqueName {
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private UniqueName() {}

    /** No UUID: its random source asks for network adapters, which ends the JVM on Wine 8. */
    public static String of(String stem) {
        return stem + "-" + ProcessHandle.current().pid() + "-"
                + Long.toString(NUMBER.incrementAndGet(), Character.MAX_RADIX);
    }
}
