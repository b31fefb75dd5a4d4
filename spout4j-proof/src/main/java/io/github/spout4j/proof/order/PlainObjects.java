package io.github.spout4j.proof.order;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.Utf8Names;
import io.github.spout4j.protocol.SenderName;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Memory of this process, each name once, so cheap that a million can be made: the little that one sender and one receiver of a
 * ring touch is there, whatever size was asked for.
 */
public final class PlainObjects implements KernelObjects {
    /** One that needs no system. */
    public static final SenderName SENDER = SenderName.of("order", new Utf8Names());

    private static final int LONGS = 32;

    @Override
    public NamedMemory createMemory(String name, long size) {
        return new Plain(name, size, MemorySegment.ofArray(new long[LONGS]));
    }

    @Override
    public Optional<NamedMemory> openMemory(String name) {
        return Optional.empty();
    }

    @Override
    public NamedMutex createMutex(String name) {
        throw none();
    }

    @Override
    public Optional<NamedMutex> openMutex(String name) {
        throw none();
    }

    @Override
    public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
        throw none();
    }

    @Override
    public Optional<NamedSemaphore> openSemaphore(String name) {
        throw none();
    }

    @Override
    public NamedEvent createEvent(String name) {
        throw none();
    }

    @Override
    public Optional<NamedEvent> openEvent(String name) {
        throw none();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("memory alone");
    }

    private record Plain(String name, long size, MemorySegment segment) implements NamedMemory {
        @Override
        public boolean created() {
            return true;
        }

        @Override
        public void close() {}
    }
}
