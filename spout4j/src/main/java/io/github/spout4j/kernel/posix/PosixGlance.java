package io.github.spout4j.kernel.posix;

import io.github.spout4j.kernel.Glance;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** A glance by one who has the directory's lock, so that nobody comes or goes meanwhile; where much is to be opened for it, there are pauses. */
final class PosixGlance implements Glance, AutoCloseable {
    private static final int TRIES = 3;
    /** How long other processes wait for a glance. */
    private static final long LOCKED_NANOS = 500_000;
    /** Of those who wait some look in this time. */
    private static final long PAUSE_NANOS = 100_000;

    private final Sights sights;
    private final Supplier<DirectoryLock> locking;
    private final Function<String, byte[]> bytes;
    private DirectoryLock lock;
    private long lockedAt;
    /** As of the last time that something had to be opened. */
    private long now;

    /**
     * @param locking takes the directory's lock
     * @param bytes   gives a name's bytes
     */
    PosixGlance(Sights sights, Supplier<DirectoryLock> locking, Function<String, byte[]> bytes) {
        this.sights = sights;
        this.locking = locking;
        this.bytes = bytes;
        lock = locking.get();
        now = System.nanoTime();
        lockedAt = now;
    }

    @Override
    public boolean memoryExists(String name) {
        return see(name, ObjectKind.MEMORY) != null;
    }

    @Override
    public boolean copy(String memory, MemorySegment into) {
        Sight seen = memory(memory, into.byteSize());
        if (seen == null) {
            return false;
        }
        seen.copy(into);
        return true;
    }

    /** Who writes owns the mutex first: what was copied while nobody owned it, and nobody has owned it since, was not being written. */
    @Override
    public boolean copyUnowned(String memory, String mutex, MemorySegment into) {
        Sight seen = memory(memory, into.byteSize());
        if (seen == null) {
            return false;
        }
        Sight guard = guard(seen, mutex);
        if (guard == null) {
            return false;
        }
        for (int tries = 0; tries < TRIES; tries++) {
            int turns = guard.word(ObjectLayout.TURNS);
            if (guard.word(ObjectLayout.STATE) != MutexWord.FREE) {
                return false;
            }
            seen.copy(into);
            VarHandle.acquireFence();
            if (guard.word(ObjectLayout.STATE) == MutexWord.FREE && guard.word(ObjectLayout.TURNS) == turns) {
                return true;
            }
        }
        return false;
    }

    @Override
    public OptionalInt count(String semaphore) {
        Sight seen = see(semaphore, ObjectKind.SEMAPHORE);
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.word(ObjectLayout.STATE));
    }

    private Sight memory(String name, long least) {
        Sight seen = see(name, ObjectKind.MEMORY);
        return seen == null || seen.size < least ? null : seen;
    }

    /** Whoever may write holds both as long, so the first mutex that was seen beside this memory is its mutex to the end. */
    private Sight guard(Sight memory, String mutex) {
        if (memory.guard() == null) {
            memory.guardedBy(sights.open(bytes.apply(mutex), ObjectKind.MUTEX));
        }
        return memory.guard();
    }

    private Sight see(String name, ObjectKind kind) {
        if (lock == null) {
            relock();
        }
        Sight known = sights.known(name, this, now);
        if (known == null) {
            letOthersIn();
            known = sights.add(name, bytes.apply(name), kind, this, now);
        }
        return known == null || known.kind != kind ? null : known;
    }

    private void letOthersIn() {
        now = System.nanoTime();
        if (now - lockedAt < LOCKED_NANOS) {
            return;
        }
        close();
        LockSupport.parkNanos(PAUSE_NANOS);
        relock();
    }

    private void relock() {
        lock = locking.get();
        now = System.nanoTime();
        lockedAt = now;
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
