package io.github.spout4j.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Threads of tests, which never outlive a hang unnoticed. */
final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Threads() {}

    static void join(Thread thread) {
        try {
            if (!thread.join(PATIENCE)) {
                throw hang(thread);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static AssertionError hang(Thread thread) {
        return new AssertionError(thread + " does not end; it is at\n"
                + Arrays.stream(thread.getStackTrace()).map(Object::toString).collect(Collectors.joining("\n")));
    }

    /** A call that runs on a thread of its own. */
    record Call<T>(Thread thread, FutureTask<T> task) {
        T get() {
            try {
                return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (TimeoutException | InterruptedException _) {
                throw hang(thread);
            }
        }

        /** What the call threw. */
        Throwable failure() {
            try {
                throw new AssertionError("it gave " + task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (TimeoutException | InterruptedException _) {
                throw hang(thread);
            }
        }
    }

    static <T> Call<T> start(Callable<T> callable) {
        FutureTask<T> task = new FutureTask<>(callable);
        return new Call<>(Thread.ofPlatform().daemon().start(task), task);
    }
}
