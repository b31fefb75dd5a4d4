package io.github.spout4j.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Runs small tasks 10 times a second on one daemon thread, which lives while there are any. */
public final class Watch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final long INTERVAL_NANOS = 100_000_000;

    private final Set<Runnable> tasks = ConcurrentHashMap.newKeySet();
    private volatile Thread thread;

    public synchronized void add(Runnable task) {
        tasks.add(task);
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("spout4j watch").start(this::run);
        }
    }

    public synchronized void remove(Runnable task) {
        tasks.remove(task);
        if (tasks.isEmpty()) {
            thread = null;
        }
    }

    /** Has the tasks run soon, without waiting for that. */
    public void hurry() {
        LockSupport.unpark(thread);
    }

    private synchronized boolean current() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (current()) {
            for (Runnable task : tasks) {
                try {
                    task.run();
                } catch (RuntimeException | InternalError e) {
                    if (tasks.contains(task)) {
                        LOG.log(System.Logger.Level.WARNING, "a look at the senders failed; it goes on", e);
                    }
                }
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    @Override
    public synchronized void close() {
        tasks.clear();
        thread = null;
    }
}
