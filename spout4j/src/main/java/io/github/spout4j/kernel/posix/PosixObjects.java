package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

final class PosixObjects implements KernelObjects {
    /** Of the message by which Java tells that memory is not there. */
    private static final String UNSAFE_ACCESS = "unsafe memory access";

    private final ObjectDirectory directory;
    private final NameEncoding names;
    private final boolean patient;

    PosixObjects(ObjectDirectory directory, NameEncoding names) {
        this(directory, names, true);
    }

    private PosixObjects(ObjectDirectory directory, NameEncoding names, boolean patient) {
        this.directory = directory;
        this.names = names;
        this.patient = patient;
    }

    @Override
    public KernelObjects impatient() {
        return new PosixObjects(directory, names, false);
    }

    @Override
    public NamedMemory createMemory(String name, long size) {
        return createMemory(name, size, size);
    }

    @Override
    public NamedMemory createMemory(String name, long size, long reserved) {
        if (size < 1 || size > Long.MAX_VALUE - ObjectLayout.PAYLOAD) {
            throw new IllegalArgumentException("memory of " + size + " bytes");
        }
        return create(name, ObjectKind.MEMORY, new Birth(size, Math.min(reserved, size), 0, 0), PosixMemory::new);
    }

    @Override
    public Optional<NamedMemory> openMemory(String name) {
        return open(name, ObjectKind.MEMORY, PosixMemory::new);
    }

    @Override
    public Optional<NamedMemory> openMemoryToRead(String name) {
        return Optional.ofNullable(directory.attachToRead(name, bytes(name)))
                .map(attached -> new PosixMemory(directory, attached));
    }

    @Override
    public boolean memoryExists(String name) {
        ObjectKind here = directory.kindHere(name);
        return here != null ? here == ObjectKind.MEMORY : glance(glance -> glance.memoryExists(name));
    }

    @Override
    public <R> R glance(Function<Glance, R> looks) {
        return directory.glance(this::bytes, looks);
    }

    @Override
    public NamedMutex createMutex(String name) {
        return create(name, ObjectKind.MUTEX, new Birth(MutexWord.FREE, 0), PosixMutex::new);
    }

    @Override
    public Optional<NamedMutex> openMutex(String name) {
        return open(name, ObjectKind.MUTEX, PosixMutex::new);
    }

    @Override
    public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
        if (maximumCount < 1 || initialCount < 0 || initialCount > maximumCount) {
            throw new IllegalArgumentException("a semaphore from " + initialCount + " to " + maximumCount);
        }
        return create(name, ObjectKind.SEMAPHORE, new Birth(initialCount, maximumCount), PosixSemaphore::new);
    }

    @Override
    public Optional<NamedSemaphore> openSemaphore(String name) {
        return open(name, ObjectKind.SEMAPHORE, PosixSemaphore::new);
    }

    @Override
    public NamedEvent createEvent(String name) {
        return create(name, ObjectKind.EVENT, new Birth(0, 0), PosixEvent::new);
    }

    @Override
    public Optional<NamedEvent> openEvent(String name) {
        return open(name, ObjectKind.EVENT, PosixEvent::new);
    }

    @Override
    public SpoutException lost(InternalError error) {
        if (!String.valueOf(error.getMessage()).contains(UNSAFE_ACCESS)) {
            throw error;
        }
        directory.loseWhatIsGone();
        return new SpoutException("memory that Spout programs share was taken away while it was used: another program"
                + " has cut a file in " + directory.path() + ", or the disk is full or gone; try again", error);
    }

    @Override
    public int losses() {
        return directory.losses();
    }

    @Override
    public int losses(String prefix) {
        return directory.losses(prefix);
    }

    private <T> T create(String name, ObjectKind kind, Birth birth,
            BiFunction<ObjectDirectory, ObjectDirectory.Attached, T> handle) {
        return handle.apply(directory, directory.attach(name, bytes(name), kind, birth, patient));
    }

    private <T> Optional<T> open(String name, ObjectKind kind,
            BiFunction<ObjectDirectory, ObjectDirectory.Attached, T> handle) {
        return Optional.ofNullable(directory.attach(name, bytes(name), kind, null, false))
                .map(attached -> handle.apply(directory, attached));
    }

    private byte[] bytes(String name) {
        byte[] bytes = names.encode(name).orElseThrow(
                () -> new IllegalArgumentException("the name \"" + name + "\" cannot be written in UTF-8"));
        if (bytes.length == 0 || bytes.length > ObjectLayout.NAME_MAXIMUM) {
            throw new IllegalArgumentException("a name of " + bytes.length + " bytes; it needs 1 to "
                    + ObjectLayout.NAME_MAXIMUM + ": \"" + name + "\"");
        }
        return bytes;
    }
}
