package io.github.spout4j.protocol;

import io.github.spout4j.Setting;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.PausePoint;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The directory of all senders on this system (docs/protocol.md: Directory). One instance serves a whole program.
 *
 * <p>The directory's memory lives while anybody holds it, and so it is held from the first time it is seen until
 * {@link #close}: as SDK programs do, each program that has looked keeps the directory for all. It is created by the first
 * sender; who only lists does not. Every change is made under the directory's mutex, with everything that takes long (whether
 * senders live, infos, settings) done before; locks are taken in the order directory, active sender, info.
 *
 * <p>A name whose info cannot be opened is stale: it is never listed. It is removed, once it has been so for 20 ms (see
 * {@link Patience}), by {@link #list} and {@link #sweep}, by the next who wants the name, and where the directory is
 * full. Thread-safe.
 */
public final class SenderNames implements AutoCloseable {
    /** What helps against a full directory; who creates it decides how many it takes. */
    public static final String MORE = "let there be more: spout settings maxsenders=NUMBER (up to "
            + Setting.MAX_SENDERS.most() + "), then start all Spout programs again";

    private static final System.Logger LOG = System.getLogger(SenderNames.class.getName());
    private static final long RETRY_NANOS = 2_000_000;
    private static final int MOST_DOUBTS = 5;

    private final KernelSystem system;
    private final SpoutSettings settings;
    private final ActiveSender active;
    private final Suspects suspects = new Suspects();
    private final Map<SenderName, SenderRegistration> registrations = new ConcurrentHashMap<>();
    /** Names that were waited for in vain: nobody waits for them again. */
    private final Set<SenderName> taken = ConcurrentHashMap.newKeySet();
    private volatile List<SenderReport> lastReports = List.of();
    private final KeptMemory kept;
    private boolean closed;

    public SenderNames(KernelSystem system) {
        this.system = system;
        kept = new KeptMemory(system.objects(), ObjectNames.SENDER_DIRECTORY);
        settings = new SpoutSettings(system.settings());
        active = new ActiveSender(system, this);
    }

    /** The active sender. */
    public ActiveSender active() {
        return active;
    }

    /** How many senders can be listed: see {@link #capacity(long, int)}. */
    public int capacity() {
        return directory().map(this::capacity).orElseGet(settings::maxSenders);
    }

    /** As {@link #register(SenderName, SharedTextureInfo, SenderTraits, boolean)}, for an active sender that promises nothing. */
    public SenderRegistration register(SenderName wanted, SharedTextureInfo info) {
        return register(wanted, info, SenderTraits.UNKNOWN, true);
    }

    /**
     * Lists a new sender. Where a living sender has the name, it becomes {@code name_1},
     * {@code name_2}, …. Its info exists, filled, before its name appears, so no other program takes it for dead.
     *
     * @param activated whether it becomes the active sender
     * @throws IllegalArgumentException where the name is too long for a sender on this system
     * @throws SpoutException where the directory is full, or another program does not give its mutex back
     */
    public SenderRegistration register(SenderName wanted, SharedTextureInfo info, SenderTraits traits,
            boolean activated) {
        int longest = ObjectNames.longestSender(system.objects());
        if (wanted.bytes().length() > longest) {
            throw new IllegalArgumentException("the sender name \"" + wanted + "\" takes " + wanted.bytes().length()
                    + " bytes; Spout programs on this system can receive from names of " + longest
                    + " at most: shorten it");
        }
        GuardedMemory directory = directoryOrNew();
        int capacity = capacity(directory);
        long start = System.nanoTime();
        for (;;) {
            Optional<SenderRegistration> registration = tryRegister(directory, capacity, wanted, info, traits,
                    System.nanoTime() - start);
            if (registration.isPresent()) {
                PausePoint.SENDER_LISTED.pass();
                if (activated) {
                    activate(registration.get().name());
                }
                return registration.get();
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    /** The name for the sender that has this one's frames by memory share: with {@code _memory} after it, cut before that where it is too long. */
    public SenderName beside(SenderName sender) {
        return sender.beside(system.names(), ObjectNames.longestSender(system.objects()));
    }

    /** The living senders, in the directory's order; none where something else has the directory's name. */
    public List<SenderName> list() {
        try {
            return directoryIfKnown().map(directory -> list(directory, (_, _) -> {})).orElse(List.of());
        } catch (NotNowException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody can tell which senders live", e);
            return names();
        }
    }

    /** Those that are listed, alive or not. */
    private List<SenderName> names() {
        return readable().map(directory -> peek(directory).stream().flatMap(bytes -> nameOf(bytes).stream()).toList())
                .orElse(List.of());
    }

    /**
     * What the living senders tell, in the directory's order, without those of which nothing can be used. Where nobody can tell just now, what they
     * told last.
     */
    public List<SenderReport> reports() {
        Map<SenderName, SenderReport> seen = new HashMap<>();
        List<SenderReport> reports;
        try {
            List<SenderName> living = directoryIfKnown().map(directory -> list(directory,
                    (glance, name) -> SenderReport.seen(glance, name, system.names())
                            .ifPresent(report -> seen.put(name, report))))
                    .orElse(List.of());
            reports = living.stream().flatMap(
                    name -> Optional.ofNullable(seen.get(name)).or(() -> SenderReport.look(system, name)).stream())
                    .toList();
        } catch (NotNowException e) {
            LOG.log(System.Logger.Level.DEBUG, "the senders are listed as they were", e);
            return lastReports;
        }
        lastReports = reports;
        return reports;
    }

    /** How many names have no text in this system's encoding, so that {@link #list} passes over them. */
    public int unreadable() {
        return readable()
                .map(directory -> (int) peek(directory).stream().filter(name -> nameOf(name).isEmpty()).count())
                .orElse(0);
    }

    /** Those that are listed and seem dead: so does one of the SDK for a moment when it starts. */
    public List<SenderName> stale() {
        return readable().map(directory -> peek(directory).stream().flatMap(bytes -> nameOf(bytes).stream())
                .filter(name -> !living(name)).toList()).orElse(List.of());
    }

    /** Whether a living sender of this name is listed. */
    public boolean contains(SenderName name) {
        return readable().map(directory -> peek(directory, memory -> SenderTable.contains(memory, name.bytes())))
                .orElse(false) && SenderInfoMap.exists(system.objects(), name);
    }

    /** Removes the names of dead senders; takes 20 ms or a little more where there are any. */
    public void sweep() {
        directory().ifPresent(directory -> {
            for (int look = 0; look < MOST_DOUBTS && sweepAll(directory); look++) {
                LockSupport.parkNanos(Patience.DOUBT_NANOS);
            }
        });
    }

    /** @return whether some names are still in doubt */
    private boolean sweepAll(GuardedMemory directory) {
        NavigableSet<NameBytes> names = peek(directory);
        sweep(directory, names, names);
        return suspects.any();
    }

    /**
     * How many names may be listed in a directory of this size. Not over MaxSenders, since SDK programs read no further and
     * drop the rest when they write. Where the memory has fewer slots than that (an old program has created it), one stays
     * free: SDK programs read on until an empty name, whatever the memory's size.
     */
    static int capacity(long bytes, int maxSenders) {
        int slots = SenderTable.slots(bytes);
        return slots >= maxSenders ? maxSenders : Math.max(0, slots - 1);
    }

    /** Ends all registrations made here, and gives directory and active sender back. Idempotent. */
    @Override
    public void close() {
        registrations.values().forEach(SenderRegistration::close);
        active.close();
        synchronized (this) {
            closed = true;
            kept.close();
        }
    }

    boolean relist(SenderRegistration registration) {
        GuardedMemory directory = directoryOrNew();
        if (SenderTable.contains(directory.segment(), registration.name().bytes())) {
            return true; // the usual case, without the mutex: a name torn by a writer is looked at once more, with it
        }
        int capacity = capacity(directory);
        return change(directory, Patience.ONCE_MILLIS, names -> {
            if (registrations.get(registration.name()) != registration) {
                return false;
            }
            if (names.contains(registration.name().bytes())) {
                return true;
            }
            return names.size() < capacity && names.add(registration.name().bytes());
        });
    }

    void release(SenderRegistration registration, SenderInfoMap map) {
        registrations.remove(registration.name(), registration);
        try {
            directory().ifPresent(directory -> change(directory, Patience.ONCE_MILLIS, names -> {
                names.remove(registration.name().bytes());
                PausePoint.SENDER_LEAVING.pass();
                map.close();
                active.released(registration.name(), names);
                return null;
            }));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "the name of sender \"" + registration.name()
                    + "\" stays in the directory until somebody sweeps it", e);
        } finally {
            map.close();
        }
    }

    /** Runs under the directory's mutex with the names, alive or not; empty where there is no directory. */
    <R> Optional<R> withNames(long timeoutMillis, Function<NavigableSet<NameBytes>, R> section) {
        return directory().map(directory -> directory.locked(timeoutMillis,
                (memory, _) -> section.apply(SenderTable.decode(memory))));
    }

    /** Empty where a name in the way may turn out to be dead, or somebody was quicker: to be tried again. */
    private Optional<SenderRegistration> tryRegister(GuardedMemory directory, int capacity, SenderName wanted,
            SharedTextureInfo info, SenderTraits traits, long waitedNanos) {
        boolean mayWait = waitedNanos < MOST_DOUBTS * Patience.DOUBT_NANOS;
        NavigableSet<NameBytes> names = SenderTable.decode(directory.segment());
        boolean full = names.size() >= capacity;
        if (full || names.contains(wanted.bytes())) {
            names = sweep(directory, names, full ? names : Set.of(wanted.bytes()));
        }
        if (names.size() >= capacity) {
            if (waitedNanos < Patience.FULL_NANOS || mayWait && suspects.any()) {
                return Optional.empty();
            }
            throw new SpoutException("the directory is full: " + names.size()
                    + " senders; close one, or " + MORE);
        }
        SenderName name = wanted;
        Optional<SenderInfoMap> map = claim(names, name, info, traits);
        long patience = registrations.containsKey(wanted) || taken.contains(wanted) ? 0 : Patience.LET_GO_NANOS;
        if (map.isEmpty() && (waitedNanos < patience || mayWait && suspects.contains(wanted.bytes())
                || inDoubt(wanted, waitedNanos))) {
            return Optional.empty();
        }
        if (map.isEmpty()) {
            taken.add(wanted);
        } else {
            taken.remove(wanted);
        }
        for (int number = 1; map.isEmpty(); number++) {
            name = wanted.numbered(number, system.names(), ObjectNames.longestSender(system.objects()));
            map = claim(SenderTable.decode(directory.segment()), name, info, traits);
        }
        return enter(directory, capacity, name, map.get());
    }

    /** Lists a name of which the info is there; empty, the info closed, where there is no place, or a program has listed it first. */
    private Optional<SenderRegistration> enter(GuardedMemory directory, int capacity, SenderName name,
            SenderInfoMap map) {
        boolean entered = false;
        try {
            entered = change(directory, Patience.ASKED_MILLIS,
                    names -> names.size() < capacity && names.add(name.bytes()));
        } finally {
            if (!entered) {
                map.close();
            }
        }
        if (!entered) {
            return Optional.empty();
        }
        SenderRegistration registration = new SenderRegistration(this, name, map);
        registrations.put(name, registration);
        return Optional.of(registration);
    }

    private void activate(SenderName name) {
        try {
            active.registered(name);
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "the new sender \"" + name + "\" could not be made active: "
                    + e.getMessage());
        }
    }

    private Optional<SenderInfoMap> claim(Set<NameBytes> names, SenderName name, SharedTextureInfo info,
            SenderTraits traits) {
        return names.contains(name.bytes()) || exists(name)
                ? Optional.empty()
                : SenderInfoMap.create(system, name, info, traits);
    }

    /** Whether somebody has the name for sure: in doubt, who creates its info waits and finds out. */
    private boolean exists(SenderName name) {
        try {
            return system.objects().memoryExists(ObjectNames.info(name));
        } catch (SpoutException _) {
            return false;
        }
    }

    /**
     * Whether nobody can tell just now if a sender has the name: then it may be a dead one's, and another name would be wrong.
     *
     * @throws SpoutException where that lasts
     */
    private boolean inDoubt(SenderName name, long waitedNanos) {
        try {
            boolean _ = system.objects().memoryExists(ObjectNames.info(name));
            return false;
        } catch (SpoutException e) {
            if (waitedNanos >= TimeUnit.MILLISECONDS.toNanos(Patience.ASKED_MILLIS)) {
                throw e;
            }
            return true;
        }
    }

    /** @param look is given every living sender at the glance that shows it alive */
    private List<SenderName> list(GuardedMemory directory, BiConsumer<Glance, SenderName> look) {
        NavigableSet<NameBytes> names = peek(directory);
        List<SenderName> readable = names.stream().flatMap(bytes -> nameOf(bytes).stream()).toList();
        Set<NameBytes> dead = new HashSet<>();
        system.objects().glance(glance -> {
            for (SenderName name : readable) {
                if (registrations.containsKey(name) || SenderInfoMap.exists(glance::memoryExists, name)) {
                    look.accept(glance, name);
                } else {
                    dead.add(name.bytes());
                }
            }
            return null;
        });
        remove(directory, suspects.look(names, dead::contains, System.nanoTime()));
        return dead.isEmpty() ? readable : readable.stream().filter(name -> !dead.contains(name.bytes())).toList();
    }

    /** Takes those off that are still dead, unless a program holds the directory. */
    private void remove(GuardedMemory directory, Set<NameBytes> dead) {
        if (!dead.isEmpty()) {
            directory.tryLocked(Patience.FRAME_MILLIS, (memory, takenOver) -> rewrite(memory, takenOver,
                    now -> now.removeIf(name -> dead.contains(name) && !living(name))));
        }
    }

    /**
     * The names, without change. Where the mutex is not to be had, they are read without it: a name torn by that is no
     * living sender's.
     */
    private NavigableSet<NameBytes> peek(GuardedMemory directory) {
        return peek(directory, SenderTable::decode);
    }

    private <R> R peek(GuardedMemory directory, Function<MemorySegment, R> look) {
        return directory.tryLocked(Patience.FRAME_MILLIS, (memory, _) -> look.apply(memory))
                .orElseGet(() -> look.apply(directory.segment()));
    }

    /** Runs under the directory's mutex, and writes the names back where they changed. */
    private <R> R change(GuardedMemory directory, long timeoutMillis,
            Function<NavigableSet<NameBytes>, R> section) {
        return directory.locked(timeoutMillis, (memory, takenOver) -> rewrite(memory, takenOver, section));
    }

    private <R> R rewrite(MemorySegment memory, boolean takenOver, Function<NavigableSet<NameBytes>, R> section) {
        NavigableSet<NameBytes> before = SenderTable.decode(memory);
        NavigableSet<NameBytes> names = new TreeSet<>(before);
        if (takenOver) {
            names.removeIf(name -> !living(name));
        }
        R result = section.apply(names);
        if (takenOver || !names.equals(before)) {
            SenderTable.encode(names, memory);
        }
        return result;
    }

    /**
     * Removes those of {@code some} that have been dead for long enough.
     *
     * @param names what the directory has; unchanged
     * @return what it has now
     */
    private NavigableSet<NameBytes> sweep(GuardedMemory directory, NavigableSet<NameBytes> names,
            Set<NameBytes> some) {
        suspects.retain(names);
        Set<NameBytes> dead = suspects.look(some, name -> nameOf(name).isPresent() && !living(name),
                System.nanoTime());
        remove(directory, dead);
        return dead.isEmpty() ? names : SenderTable.decode(directory.segment());
    }

    private boolean living(NameBytes name) {
        return nameOf(name).filter(this::living).isPresent();
    }

    private boolean living(SenderName name) {
        return registrations.containsKey(name) || SenderInfoMap.exists(system.objects(), name);
    }

    private Optional<SenderName> nameOf(NameBytes name) {
        return SenderName.of(name, system.names());
    }

    private int capacity(GuardedMemory directory) {
        return capacity(directory.size(), settings.maxSenders());
    }

    /**
     * For those who only look, as {@link #readable}.
     *
     * @throws NotNowException where nobody can tell just now
     */
    private Optional<GuardedMemory> directoryIfKnown() {
        try {
            return directory();
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the directory cannot be opened", e);
            return Optional.empty();
        }
    }

    /** For those who only look: another object of that name, which is perhaps there for a moment, is no directory. */
    private Optional<GuardedMemory> readable() {
        try {
            return directory();
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the directory cannot be opened", e);
            return Optional.empty();
        }
    }

    private synchronized Optional<GuardedMemory> directory() {
        requireOpen();
        return kept.open();
    }

    private synchronized GuardedMemory directoryOrNew() {
        requireOpen();
        return kept.openOrCreate(() -> SenderTable.bytes(settings.maxSenders()));
    }

    /** @throws IllegalStateException where this is closed */
    public synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the sender directory is closed");
        }
    }
}
