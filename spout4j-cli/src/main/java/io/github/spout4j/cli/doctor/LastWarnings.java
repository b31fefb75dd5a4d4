package io.github.spout4j.cli.doctor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The last few warnings that the library has logged in this process. Thread-safe. */
final class LastWarnings extends Handler {
    private static final int MOST = 10;

    /** Held here, since Java's logging forgets a logger that nobody holds, and its handlers. */
    private final Logger logger = Logger.getLogger("io.github.spout4j");
    private final Deque<String> lines = new ArrayDeque<>();

    private LastWarnings() {
        setLevel(Level.WARNING);
        setFormatter(new SimpleFormatter());
    }

    /** From now on. */
    static LastWarnings keep() {
        LastWarnings warnings = new LastWarnings();
        warnings.logger.addHandler(warnings);
        return warnings;
    }

    /** The oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        if (isLoggable(logged)) {
            if (lines.size() == MOST) {
                lines.removeFirst();
            }
            Throwable thrown = logged.getThrown();
            lines.addLast(getFormatter().formatMessage(logged) + (thrown == null ? "" : ": " + thrown));
        }
    }

    @Override
    public void flush() {
        // kept in memory
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
