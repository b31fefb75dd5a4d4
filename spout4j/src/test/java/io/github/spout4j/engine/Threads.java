package io.github.spout4j.engine;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of tests, which never outlive a hang unnoticed. */
final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Threads() {}

    static void join(Thread thread) {
        try {
            if (!thread.join(PATIENCE)) {
                AssertionError hang = new AssertionError(thread + " does not end");
                hang.setStackTrace(thread.getStackTrace());
                throw hang;
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A call that runs on a thread of its own. */
    record Call<T>(Thread thread, FutureTask<T> task) {
        T get() {
            try {
                return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (TimeoutException | InterruptedException e) {
                AssertionError hang = new AssertionError(thread + " does not end", e);
                hang.setStackTrace(thread.getStackTrace());
                throw hang;
            }
        }

        /** What the call threw. */
        Throwable failure() {
            try {
                throw new AssertionError("it gave " + task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (TimeoutException | InterruptedException e) {
                throw new AssertionError(thread + " does not end", e);
            }
        }
    }

    static <T> Call<T> start(Callable<T> callable) {
        FutureTask<T> task = new FutureTask<>(callable);
        return new Call<>(Thread.ofPlatform().daemon().start(task), task);
    }
}
