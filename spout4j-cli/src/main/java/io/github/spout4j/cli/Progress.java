package io.github.spout4j.cli;

import java.util.function.Supplier;

/** One line on standard error that is written over and over, on a terminal only. */
public final class Progress implements AutoCloseable {
    private static final long INTERVAL = 100_000_000;
    private static final String CLEAR = "\r\033[K";

    private final boolean shown = Terminal.stderr();
    private long next = System.nanoTime();
    private boolean dirty;

    /** Shows a line, 10 times a second at most. */
    public void show(Supplier<String> line) {
        if (!shown) {
            return;
        }
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + INTERVAL;
            dirty = true;
            System.err.print(CLEAR + line.get());
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        clear();
    }

    /** Clears the line, so that another can be written. */
    public void clear() {
        if (dirty) {
            dirty = false;
            System.err.print(CLEAR);
        }
    }
}
