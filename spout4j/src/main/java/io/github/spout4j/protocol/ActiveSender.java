package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelSystem;

import java.lang.foreign.MemorySegment;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The sender that a receiver takes when it names none (docs/protocol.md: Active sender). Its memory is held by whoever has
 * set or seen it, so it lives as long as one of them. Thread-safe.
 */
public final class ActiveSender {
    private static final System.Logger LOG = System.getLogger(ActiveSender.class.getName());

    private final KernelSystem system;
    private final SenderNames names;
    private final KeptMemory kept;
    private boolean closed;

    ActiveSender(KernelSystem system, SenderNames names) {
        this.system = system;
        kept = new KeptMemory(system.objects(), ObjectNames.ACTIVE_SENDER);
        this.names = names;
    }

    /**
     * The active sender, alive. Where the active one has died, or nobody says which it is, the first living one of the
     * directory is made active, as the dead one would have done at its end. Where a program that hangs prevents that, it
     * is the active one for this caller alone.
     */
    public Optional<SenderName> get() {
        return read().filter(this::living).or(this::replace);
    }

    /** Makes a listed, living sender the active one; false where there is none of that name. */
    public boolean set(SenderName name) {
        return living(name) && names.withNames(Patience.ASKED_MILLIS,
                listed -> listed.contains(name.bytes()) && write(name.bytes(), Patience.ASKED_MILLIS)).orElse(false);
    }

    /** Makes a sender active that has just been listed. */
    void registered(SenderName name) {
        write(name.bytes(), Patience.ASKED_MILLIS);
    }

    /** Chooses another one when a sender has left {@code names}; the directory's mutex is held. */
    void released(SenderName name, NavigableSet<NameBytes> names) {
        boolean wasActive = read().map(name::equals).orElse(true);
        if (wasActive || names.size() <= 1) {
            activateFirst(names, Patience.ONCE_MILLIS);
        }
    }

    synchronized void close() {
        closed = true;
        kept.close();
    }

    private Optional<SenderName> replace() {
        try {
            return names.withNames(Patience.FRAME_MILLIS, listed -> {
                Optional<SenderName> now = read().filter(this::living);
                return now.isPresent() ? now : activateFirst(listed, Patience.FRAME_MILLIS);
            }).flatMap(first -> first);
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the active sender cannot be told to others", e);
            return names.list().stream().findFirst();
        }
    }

    private Optional<SenderName> activateFirst(NavigableSet<NameBytes> candidates, long timeoutMillis) {
        Optional<SenderName> first = candidates.stream().flatMap(name -> SenderName.of(name, system.names()).stream())
                .filter(this::living).findFirst();
        first.ifPresentOrElse(name -> write(name.bytes(), timeoutMillis), () -> clear(timeoutMillis));
        return first;
    }

    private boolean living(SenderName name) {
        return SenderInfoMap.exists(system.objects(), name);
    }

    private Optional<SenderName> read() {
        return readable().flatMap(memory -> memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> read(bytes))
                .orElseGet(() -> read(memory.segment()))).flatMap(name -> SenderName.of(name, system.names()));
    }

    private static Optional<NameBytes> read(MemorySegment bytes) {
        return bytes.byteSize() < NameBytes.FIELD ? Optional.empty() : NameBytes.read(bytes, 0);
    }

    private boolean write(NameBytes name, long timeoutMillis) {
        return memoryOrNew().locked(timeoutMillis, (bytes, _) -> {
            if (bytes.byteSize() < NameBytes.FIELD) {
                return false;
            }
            name.write(bytes, 0);
            return true;
        });
    }

    private void clear(long timeoutMillis) {
        memory().ifPresent(memory -> memory.locked(timeoutMillis, (bytes, _) -> bytes.fill((byte) 0)));
    }

    /** For those who only look: another object of that name, which is perhaps there for a moment, tells of no sender. */
    private Optional<GuardedMemory> readable() {
        try {
            return memory();
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the active sender cannot be read", e);
            return Optional.empty();
        }
    }

    private synchronized Optional<GuardedMemory> memory() {
        requireOpen();
        return kept.open();
    }

    private synchronized GuardedMemory memoryOrNew() {
        requireOpen();
        return kept.openOrCreate(() -> NameBytes.FIELD);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the sender directory is closed");
        }
    }
}
