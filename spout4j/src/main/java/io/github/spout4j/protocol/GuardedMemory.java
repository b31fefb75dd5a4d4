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

    private GuardedMemory(NamedMemory memory, NamedMutex mutex) {
        this.memory = memory;
        this.mutex = mutex;
    }

    /** Creates memory of {@code size} bytes, or opens what exists, which keeps its own size. */
    public static GuardedMemory create(KernelObjects objects, String name, long size) {
        return guard(objects, name, objects.createMemory(name, size));
    }

    /** Opens existing memory; empty where nobody holds it. */
    public static Optional<GuardedMemory> open(KernelObjects objects, String name) {
        return objects.openMemory(name).map(memory -> guard(objects, name, memory));
    }

    private static GuardedMemory guard(KernelObjects objects, String name, NamedMemory memory) {
        try {
            return new GuardedMemory(memory, objects.createMutex(ObjectNames.guard(name)));
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    public String name() {
        return memory.name();
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
        return mutex.acquire(timeoutMillis);
    }

    public void unlock() {
        mutex.release();
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
     * @throws SpoutException where the mutex could not be had in time, or the thread was interrupted
     */
    public <R> R locked(long timeoutMillis, Section<R> section) {
        WaitResult result = lock(timeoutMillis);
        if (!result.owned()) {
            throw new SpoutException(result == WaitResult.INTERRUPTED
                    ? "interrupted while waiting for " + mutex.name()
                    : "another program has held " + mutex.name() + " for over " + timeoutMillis
                            + " ms; close the Spout program that hangs");
        }
        return runAndUnlock(section, result);
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
            mutex.release();
        }
    }

    /** Idempotent. */
    @Override
    public void close() {
        try {
            memory.close();
        } finally {
            mutex.close();
        }
    }
}
