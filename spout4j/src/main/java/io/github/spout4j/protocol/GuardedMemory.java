package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Named memory with the mutex that guards it, held and given back together (docs/protocol.md: Guards). Locking allocates
 * nothing. A mutex whose owner died is taken over: the owner may have died half-way through a write, so the next owner is
 * told.
 */
public final class GuardedMemory implements AutoCloseable {
    private final NamedMemory memory;
    private final NamedMutex mutex;
    /** Null where no crowd is to be expected. */
    private final ProcessQueue queue;

    private GuardedMemory(NamedMemory memory, NamedMutex mutex, ProcessQueue queue) {
        this.memory = memory;
        this.mutex = mutex;
        this.queue = queue;
    }

    /** Creates memory of {@code size} bytes, or opens what exists, which keeps its own size. */
    public static GuardedMemory create(KernelObjects objects, String name, long size) {
        return guard(objects, name, objects.createMemory(name, size));
    }

    /** Opens existing memory; empty where nobody holds it. */
    public static Optional<GuardedMemory> open(KernelObjects objects, String name) {
        return objects.openMemory(name).map(memory -> guard(objects.impatient(), name, memory));
    }

    private static GuardedMemory guard(KernelObjects objects, String name, NamedMemory memory) {
        try {
            return new GuardedMemory(memory, objects.createMutex(ObjectNames.guard(name)), null);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** The same memory, to be used instead: threads of this process queue here, before one of them waits for the mutex. */
    GuardedMemory queued() {
        return new GuardedMemory(memory, mutex, ProcessQueue.of(mutex.name()));
    }

    public String name() {
        return memory.name();
    }

    /** Whether another program has taken the memory or its mutex away: to be closed, and opened anew. */
    public boolean lost() {
        return memory.lost() || mutex.lost();
    }

    /** Whether this handle created the memory. */
    public boolean created() {
        return memory.created();
    }

    /** Bytes that can be accessed. */
    public long size() {
        return memory.size();
    }

    /** The whole memory; lock before use. The same object each call. */
    public MemorySegment segment() {
        return memory.segment();
    }

    /** Waits for the mutex: {@link WaitResult#owned()} tells whether to {@link #unlock()} later. */
    public WaitResult lock(long timeoutMillis) {
        if (queue == null) {
            return mutex.acquire(timeoutMillis);
        }
        long asked = System.nanoTime();
        if (queue.enter(timeoutMillis)) {
            return queue.acquire(mutex, timeoutMillis, asked);
        }
        return Thread.currentThread().isInterrupted() ? WaitResult.INTERRUPTED : WaitResult.TIMED_OUT;
    }

    public void unlock() {
        try {
            mutex.release();
        } finally {
            if (queue != null) {
                queue.leave();
            }
        }
    }

    /** What is done with the memory while this thread owns its mutex. */
    @FunctionalInterface
    public interface Section<R> {
        /** @param takenOver whether the last owner died, so what is there may be half-written */
        R run(MemorySegment memory, boolean takenOver);
    }

    /**
     * Runs the section under the mutex.
     *
     * @param timeoutMillis ms to wait for other programs; other threads of this one do not count
     * @throws SpoutException where the mutex could not be had in time, or the thread was interrupted
     */
    public <R> R locked(long timeoutMillis, Section<R> section) {
        return runAndUnlock(section, lockOrThrow(timeoutMillis));
    }

    private WaitResult lockOrThrow(long timeoutMillis) {
        if (queue == null) {
            return requireOwned(lock(timeoutMillis), timeoutMillis);
        }
        long asked = System.nanoTime();
        if (queue.enter(Patience.OWN_MILLIS)) {
            return requireOwned(queue.acquire(mutex, timeoutMillis, asked), timeoutMillis);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        throw new SpoutException("threads of this program have kept " + mutex.name() + " among them for over "
                + Patience.OWN_MILLIS + " ms");
    }

    private WaitResult requireOwned(WaitResult result, long timeoutMillis) {
        if (result.owned()) {
            return result;
        }
        if (result == WaitResult.INTERRUPTED) {
            throw interrupted();
        }
        throw new SpoutException(mutex.owner().orElse("another program") + " has held " + mutex.name() + " for over "
                + timeoutMillis + " ms; close the Spout program that hangs");
    }

    private SpoutException interrupted() {
        return new SpoutException("interrupted while waiting for " + mutex.name());
    }

    /** Runs the section under the mutex; empty where that could not be had in time, or the section gave null. */
    public <R> Optional<R> tryLocked(long timeoutMillis, Section<R> section) {
        WaitResult result = lock(timeoutMillis);
        return result.owned() ? Optional.ofNullable(runAndUnlock(section, result)) : Optional.empty();
    }

    private <R> R runAndUnlock(Section<R> section, WaitResult result) {
        try {
            return section.run(memory.segment(), result == WaitResult.ABANDONED);
        } finally {
            unlock();
        }
    }

    /** Idempotent. The memory goes last: whoever finds the mutex finds the memory that it guards. */
    @Override
    public void close() {
        try {
            mutex.close();
        } finally {
            memory.close();
        }
    }
}
