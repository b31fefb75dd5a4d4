package io.github.spout4j.preview;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.SwingUtilities;

/** Swing's event thread, asked for something by another one that waits for it, whatever interrupts that. */
final class EventThread {
    private EventThread() {}

    /** What it throws comes through. */
    static <T> T get(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeLater(future);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
