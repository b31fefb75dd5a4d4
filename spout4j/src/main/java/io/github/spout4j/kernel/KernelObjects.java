package io.github.spout4j.kernel;

import io.github.spout4j.SpoutException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The named objects of one system, with Windows' semantics: an object lives while any process holds it, the first to
 * create it decides its size or initial state, and creating an existing one opens it. All four kinds share one name
 * space; a name that another kind has taken is an error.
 *
 * <p>Names are given as text and stored in the system's {@linkplain KernelSystem#names() name encoding}.
 * Thread-safe. Methods throw {@link io.github.spout4j.SpoutException} with the system's own message where the system
 * refuses.
 */
public interface KernelObjects {
    /** ms that who looks waits for other programs that look, make or remove objects; after that in vain, none waits for a quarter of a second. */
    long LOOK_MILLIS = 50;

    /**
     * Creates memory of {@code size} bytes, zeroed, or opens what exists, which keeps its own size.
     *
     * @param size bytes, at least 1
     */
    NamedMemory createMemory(String name, long size);

    /**
     * As {@link #createMemory(String, long)}, but room is needed for the first {@code reserved} bytes alone: the rest must not be touched
     * before it is {@linkplain NamedMemory#reserve reserved}.
     */
    default NamedMemory createMemory(String name, long size, long reserved) {
        return createMemory(name, size);
    }

    /** Opens existing memory; empty where no process holds it. */
    Optional<NamedMemory> openMemory(String name);

    /**
     * As {@link #openMemory}, but the memory can only be read through it: where the system can, a write would end in an error of
     * the processor's.
     */
    default Optional<NamedMemory> openMemoryToRead(String name) {
        return openMemory(name).map(MemoryToRead::new);
    }

    /**
     * Whether any process holds memory of this name: as opening and closing it would tell, but cheaper where it can be. On
     * systems that know that an object of another kind has the name, that is no memory, and no error.
     */
    default boolean memoryExists(String name) {
        Optional<NamedMemory> memory = openMemory(name);
        memory.ifPresent(NamedMemory::close);
        return memory.isPresent();
    }

    /**
     * Looks at objects without holding them, at all that {@code looks} asks for as one.
     *
     * @param looks asks what it is given; it neither waits nor opens or closes anything here: all programs wait for it meanwhile
     */
    default <R> R glance(Function<Glance, R> looks) {
        return looks.apply(new OpeningGlance(this));
    }

    /** Creates a mutex that nobody owns, or opens the existing one. */
    NamedMutex createMutex(String name);

    /** Opens an existing mutex; empty where no process holds it. */
    Optional<NamedMutex> openMutex(String name);

    /** Creates a semaphore, or opens the existing one, whose count and maximum stay as they are. */
    NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount);

    /** Opens an existing semaphore; empty where no process holds it. */
    Optional<NamedSemaphore> openSemaphore(String name);

    /** Creates an auto-reset event, not signalled, or opens the existing one. */
    NamedEvent createEvent(String name);

    /** Opens an existing event; empty where no process holds it. */
    Optional<NamedEvent> openEvent(String name);

    /**
     * Creates a manual-reset event, not set, or opens the existing one; its name must not be an auto-reset event's. Empty on systems that need none, since {@link
     * NamedSemaphore#awaitChange} does not look again and again there.
     */
    default Optional<NamedManualEvent> createManualEvent(String name) {
        return Optional.empty();
    }

    /** Opens an existing manual-reset event; empty where no process holds it. */
    default Optional<NamedManualEvent> openManualEvent(String name) {
        return Optional.empty();
    }

    /**
     * These objects for one who cannot wait long: where another program keeps what is needed to make one, that is a
     * {@link NotNowException} after {@value #LOOK_MILLIS} ms, as for who only looks.
     */
    default KernelObjects impatient() {
        return this;
    }

    /** Sleeps for about {@code nanos}, to 0.1 ms or as exactly as the system can; ends early where the thread is interrupted. */
    default void nap(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    /**
     * What Java's error for an access to memory means here: memory that another program has taken away is {@linkplain KernelObject#lost lost}
     * from now on, and every access to it is harmless.
     *
     * @return what to tell the user
     * @throws InternalError where it is another error, or this system's memory cannot be taken away
     */
    default SpoutException lost(InternalError error) {
        throw error;
    }

    /** How often objects of this process were lost so far; cheap. */
    default int losses() {
        return 0;
    }

    /** How often objects of this process were lost so far whose names begin so. */
    default int losses(String prefix) {
        return 0;
    }

    /** Bytes of the longest name that every program of this system can give an object. */
    default int longestName() {
        return Integer.MAX_VALUE;
    }
}
