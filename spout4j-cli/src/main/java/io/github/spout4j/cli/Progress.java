package io.github.spout4j.cli;

import java.util.function.Supplier;

/** One line on standard error that is written over and over, on a terminal only. */
public final class Progress implements AutoCloseable {
    private static final long INTERVAL = 100_000_000;

    private final boolean shown;
    private long next = System.nanoTime();
    private int width;

    Progress(boolean shown) {
        this.shown = shown;
    }

    /** Shows a line, 10 times a second at most. */
    public void show(Supplier<String> line) {
        if (!shown) {
            return;
        }
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + INTERVAL;
            String text = line.get();
            System.err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            width = Math.max(width, text.length());
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        clear();
    }

    /** Clears the line, so that another can be written. */
    public void clear() {
        if (width > 0) {
            System.err.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }
}
