package io.github.spout4j.testing;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObject;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedManualEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.kernel.WaitResult;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A whole system inside the test: named objects, and {@linkplain #process() processes} that hold them and can be killed.
 * Thread-safe.
 */
public final class InMemoryKernel {
    private final long pageSize;
    private final Charset charset;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Settings settings = new MapSettings(Map.of());

    /** A system whose memory has exactly the size asked for, with names in UTF-8. */
    public InMemoryKernel() {
        this(1, StandardCharsets.UTF_8);
    }

    /** @param pageSize bytes to whose multiple memory is rounded up, as on Windows */
    public InMemoryKernel(long pageSize, Charset charset) {
        this.pageSize = pageSize;
        this.charset = charset;
    }

    /** Starts a process. */
    public Process process() {
        return new Process();
    }

    /** The names of all objects that somebody holds. */
    public Set<String> names() {
        return locked(() -> Set.copyOf(entries.keySet()));
    }

    private <R> R locked(Supplier<R> section) {
        lock.lock();
        try {
            return section.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits under the lock until {@code ready} has done its work. */
    private WaitResult await(long timeoutMillis, BooleanSupplier ready) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (!ready.getAsBoolean()) {
                if (left <= 0) {
                    return WaitResult.TIMED_OUT;
                }
                left = changed.awaitNanos(left);
            }
            return WaitResult.SIGNALLED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return WaitResult.INTERRUPTED;
        } finally {
            lock.unlock();
        }
    }

    private enum Kind {
        MEMORY, MUTEX, SEMAPHORE, EVENT, MANUAL_EVENT
    }

    /** An object and its state; only what its kind needs is used. */
    private static final class Entry {
        final Kind kind;
        int handles;
        MemorySegment memory;
        Process owner;
        Thread ownerThread;
        int depth;
        boolean abandoned;
        int count;
        int maximum;
        boolean signalled;
        int sets;

        Entry(Kind kind) {
            this.kind = kind;
        }
    }

    /** One process of the system. */
    public final class Process implements KernelSystem {
        private final Set<Handle> handles = new HashSet<>();
        private boolean dead;

        private Process() {}

        /** Ends the process as kill -9 does: its handles are closed and its mutexes abandoned. */
        public void kill() {
            lock.lock();
            try {
                dead = true;
                for (Entry entry : entries.values()) {
                    if (entry.owner == this) {
                        entry.owner = null;
                        entry.ownerThread = null;
                        entry.depth = 0;
                        entry.abandoned = true;
                    }
                }
                List.copyOf(handles).forEach(Handle::close);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** How many handles it has. */
        public int handles() {
            return locked(handles::size);
        }

        @Override
        public String description() {
            return "objects of a test";
        }

        @Override
        public KernelObjects objects() {
            return new Objects(this);
        }

        @Override
        public Settings settings() {
            return settings;
        }

        @Override
        public NameEncoding names() {
            return new CharsetNames(charset);
        }
    }

    private final class Objects implements KernelObjects {
        private final Process process;

        Objects(Process process) {
            this.process = process;
        }

        @Override
        public NamedMemory createMemory(String name, long size) {
            return create(name, Kind.MEMORY, entry -> {
                long whole = (size + pageSize - 1) / pageSize * pageSize;
                entry.memory = Arena.ofAuto().allocate(whole, 8);
            }, Memory::new);
        }

        @Override
        public Optional<NamedMemory> openMemory(String name) {
            return open(name, Kind.MEMORY, Memory::new);
        }

        @Override
        public NamedMutex createMutex(String name) {
            return create(name, Kind.MUTEX, _ -> {}, Mutex::new);
        }

        @Override
        public Optional<NamedMutex> openMutex(String name) {
            return open(name, Kind.MUTEX, Mutex::new);
        }

        @Override
        public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
            return create(name, Kind.SEMAPHORE, entry -> {
                entry.count = initialCount;
                entry.maximum = maximumCount;
            }, Semaphore::new);
        }

        @Override
        public Optional<NamedSemaphore> openSemaphore(String name) {
            return open(name, Kind.SEMAPHORE, Semaphore::new);
        }

        @Override
        public NamedEvent createEvent(String name) {
            return create(name, Kind.EVENT, _ -> {}, Event::new);
        }

        @Override
        public Optional<NamedEvent> openEvent(String name) {
            return open(name, Kind.EVENT, Event::new);
        }

        @Override
        public Optional<NamedManualEvent> createManualEvent(String name) {
            return Optional.of(create(name, Kind.MANUAL_EVENT, _ -> {}, ManualEvent::new));
        }

        @Override
        public Optional<NamedManualEvent> openManualEvent(String name) {
            return open(name, Kind.MANUAL_EVENT, ManualEvent::new);
        }

        private <T> T create(String name, Kind kind, Consumer<Entry> initialise,
                Function<Opening, T> handle) {
            return locked(() -> {
                boolean created = !entries.containsKey(name);
                Entry entry = entries.computeIfAbsent(name, _ -> new Entry(kind));
                if (created) {
                    initialise.accept(entry);
                }
                return handle.apply(opening(name, entry, kind, created));
            });
        }

        private <T> Optional<T> open(String name, Kind kind, Function<Opening, T> handle) {
            return locked(() -> Optional.ofNullable(entries.get(name))
                    .map(entry -> handle.apply(opening(name, entry, kind, false))));
        }

        private Opening opening(String name, Entry entry, Kind kind, boolean created) {
            if (process.dead) {
                throw new IllegalStateException("the process is dead");
            }
            if (entry.kind != kind) {
                throw new SpoutException(name + " is a " + entry.kind);
            }
            return new Opening(process, name, entry, created);
        }
    }

    private record Opening(Process process, String name, Entry entry, boolean created) {}

    private abstract class Handle implements KernelObject {
        final Process process;
        final Entry entry;
        private final String name;
        private final boolean created;
        private boolean closed;

        Handle(Opening opening) {
            process = opening.process;
            entry = opening.entry;
            name = opening.name;
            created = opening.created;
            entry.handles++;
            process.handles.add(this);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean created() {
            return created;
        }

        void requireOpen() {
            if (closed) {
                throw new IllegalStateException("the handle of " + name + " is closed");
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    process.handles.remove(this);
                    if (--entry.handles == 0) {
                        entries.remove(name, entry);
                    }
                    freed();
                }
            } finally {
                lock.unlock();
            }
        }

        void freed() {}
    }

    private final class Memory extends Handle implements NamedMemory {
        private final Arena view = Arena.ofShared();
        private final MemorySegment segment;

        @SuppressWarnings("restricted")
        Memory(Opening opening) {
            super(opening);
            MemorySegment memory = opening.entry.memory;
            segment = memory.reinterpret(view, _ -> Reference.reachabilityFence(memory));
        }

        @Override
        public MemorySegment segment() {
            return segment;
        }

        @Override
        public long size() {
            return segment.byteSize();
        }

        @Override
        void freed() {
            view.close();
        }
    }

    private final class Mutex extends Handle implements NamedMutex {
        Mutex(Opening opening) {
            super(opening);
        }

        @Override
        public WaitResult acquire(long timeoutMillis) {
            boolean[] abandoned = new boolean[1];
            WaitResult result = await(timeoutMillis, () -> {
                requireOpen();
                if (entry.ownerThread != null && entry.ownerThread != Thread.currentThread()) {
                    return false;
                }
                entry.owner = process;
                entry.ownerThread = Thread.currentThread();
                entry.depth++;
                abandoned[0] = entry.abandoned;
                entry.abandoned = false;
                return true;
            });
            return result == WaitResult.SIGNALLED && abandoned[0] ? WaitResult.ABANDONED : result;
        }

        @Override
        public void release() {
            lock.lock();
            try {
                requireOpen();
                if (entry.ownerThread != Thread.currentThread()) {
                    throw new IllegalMonitorStateException("this thread does not own " + name());
                }
                if (--entry.depth == 0) {
                    entry.owner = null;
                    entry.ownerThread = null;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private final class Semaphore extends Handle implements NamedSemaphore {
        Semaphore(Opening opening) {
            super(opening);
        }

        @Override
        public WaitResult acquire(long timeoutMillis) {
            return await(timeoutMillis, () -> {
                requireOpen();
                if (entry.count == 0) {
                    return false;
                }
                entry.count--;
                changed.signalAll();
                return true;
            });
        }

        @Override
        public int release(int count) {
            lock.lock();
            try {
                requireOpen();
                if (count > entry.maximum - entry.count) {
                    throw new SpoutException("too many posts were made to " + name());
                }
                int before = entry.count;
                entry.count += count;
                changed.signalAll();
                return before;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public WaitResult awaitChange(int known, long timeoutMillis) {
            return await(timeoutMillis, () -> {
                requireOpen();
                return entry.count != known;
            });
        }
    }

    private final class ManualEvent extends Handle implements NamedManualEvent {
        ManualEvent(Opening opening) {
            super(opening);
        }

        @Override
        public void set() {
            signal(true);
        }

        @Override
        public void reset() {
            signal(false);
        }

        private void signal(boolean set) {
            lock.lock();
            try {
                requireOpen();
                entry.signalled = set;
                entry.sets += set ? 1 : 0;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public WaitResult await(long timeoutMillis) {
            int before = locked(() -> entry.sets);
            return InMemoryKernel.this.await(timeoutMillis, () -> {
                requireOpen();
                return entry.signalled || entry.sets != before;
            });
        }
    }

    private final class Event extends Handle implements NamedEvent {
        Event(Opening opening) {
            super(opening);
        }

        @Override
        public void set() {
            lock.lock();
            try {
                requireOpen();
                entry.signalled = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public WaitResult await(long timeoutMillis) {
            return InMemoryKernel.this.await(timeoutMillis, () -> {
                requireOpen();
                boolean signalled = entry.signalled;
                entry.signalled = false;
                return signalled;
            });
        }
    }
}
