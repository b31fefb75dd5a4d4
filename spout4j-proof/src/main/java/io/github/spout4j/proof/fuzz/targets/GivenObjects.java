package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Named objects in which another program has left what it liked. Each mutex is free, or its last owner died; each semaphore has
 * one given count. One thread at a time.
 */
final class GivenObjects implements KernelObjects {
    /** No decoder needs as much as that. */
    private static final long MOST_BYTES = 1 << 24;

    private final Map<String, MemorySegment> memories = new HashMap<>();
    private final Function<String, MemorySegment> others;
    private final WaitResult mutexes;
    private final int count;

    /** @param others the memory of a name, of those that are not {@link #put}; null where there is none */
    GivenObjects(Function<String, MemorySegment> others, boolean abandoned, int count) {
        this.others = others;
        this.mutexes = abandoned ? WaitResult.ABANDONED : WaitResult.SIGNALLED;
        this.count = count;
    }

    /** Nothing but what is {@link #put}. */
    GivenObjects(boolean abandoned) {
        this(_ -> null, abandoned, 1);
    }

    GivenObjects put(String name, MemorySegment memory) {
        memories.put(name, memory);
        return this;
    }

    private MemorySegment find(String name) {
        MemorySegment put = memories.get(name);
        return put == null ? others.apply(name) : put;
    }

    @Override
    public NamedMemory createMemory(String name, long size) {
        MemorySegment found = find(name);
        if (found != null) {
            return new GivenMemory(name, found, false);
        }
        Must.hold(size >= 1 && size <= MOST_BYTES, "what others wrote asks for no memory of " + size + " bytes");
        MemorySegment made = Given.memory(size);
        memories.put(name, made);
        return new GivenMemory(name, made, true);
    }

    @Override
    public Optional<NamedMemory> openMemory(String name) {
        return Optional.ofNullable(find(name)).map(found -> new GivenMemory(name, found, false));
    }

    @Override
    public NamedMutex createMutex(String name) {
        return new GivenMutex(name, mutexes);
    }

    @Override
    public Optional<NamedMutex> openMutex(String name) {
        return Optional.of(createMutex(name));
    }

    @Override
    public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
        return new GivenSemaphore(name, count);
    }

    @Override
    public Optional<NamedSemaphore> openSemaphore(String name) {
        return Optional.of(new GivenSemaphore(name, count));
    }

    @Override
    public NamedEvent createEvent(String name) {
        throw new UnsupportedOperationException("no decoder asks for an event");
    }

    @Override
    public Optional<NamedEvent> openEvent(String name) {
        return Optional.empty();
    }

    private record GivenMemory(String name, MemorySegment segment, boolean created) implements NamedMemory {
        @Override
        public long size() {
            return segment.byteSize();
        }

        @Override
        public void close() {}
    }

    private record GivenMutex(String name, WaitResult result) implements NamedMutex {
        @Override
        public boolean created() {
            return false;
        }

        @Override
        public WaitResult acquire(long timeoutMillis) {
            return result;
        }

        @Override
        public void release() {}

        @Override
        public void close() {}
    }

    private record GivenSemaphore(String name, int count) implements NamedSemaphore {
        @Override
        public boolean created() {
            return false;
        }

        @Override
        public WaitResult acquire(long timeoutMillis) {
            return WaitResult.TIMED_OUT;
        }

        @Override
        public int release(int added) {
            return count;
        }

        @Override
        public WaitResult awaitChange(int known, long timeoutMillis) {
            return WaitResult.TIMED_OUT;
        }

        @Override
        public void close() {}
    }
}
