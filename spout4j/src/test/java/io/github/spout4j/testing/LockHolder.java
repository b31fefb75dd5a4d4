package io.github.spout4j.testing;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A thread that owns a mutex until closed, or until its process ends. */
public final class LockHolder implements AutoCloseable {
    private final CompletableFuture<WaitResult> result = new CompletableFuture<>();
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Thread thread;

    private LockHolder(KernelObjects objects, String name) {
        thread = Thread.ofPlatform().daemon().start(() -> hold(objects, name));
    }

    /** Returns once the mutex is owned, or was not to be had for a second. */
    public static LockHolder of(KernelObjects objects, String name) {
        LockHolder holder = new LockHolder(objects, name);
        holder.result.join();
        return holder;
    }

    /** How the wait for the mutex ended. */
    public WaitResult result() {
        return result.join();
    }

    private void hold(KernelObjects objects, String name) {
        try {
            NamedMutex mutex = objects.createMutex(name);
            result.complete(mutex.acquire(1000));
            enough.await();
            if (result.join().owned()) {
                mutex.release();
            }
            mutex.close();
        } catch (InterruptedException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        enough.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
