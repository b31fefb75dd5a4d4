package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The objects of one directory that this process holds. */
final class ObjectDirectory {
    private static final Map<Path, ObjectDirectory> OPENED = new ConcurrentHashMap<>();
    /** Added to the name of a file that is held for reading alone. */
    private static final String TO_READ = "\0read";
    private static final long LOOK_MILLIS = 250;
    /** ns after which a process that kept the directory is waited for again. */
    private static final long STUCK_NANOS = 1_000_000_000;

    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Attachment> attached = new HashMap<>();
    private final Sights sights;
    private final OwnerWatch watch = new OwnerWatch(this::lookAround);
    private ProcessToken token;
    private int mutexes;
    private boolean hooked;
    private long stuckUntil = System.nanoTime();

    private ObjectDirectory(Path path) {
        this.path = path;
        sights = new Sights(path);
    }

    /** The one of this process, after the directory was made or checked, and leftovers removed. */
    static ObjectDirectory at(Path path) {
        PrivateDirectory.ensure(path);
        ObjectDirectory directory;
        try {
            directory = OPENED.computeIfAbsent(path.toRealPath(), ObjectDirectory::new);
        } catch (IOException e) {
            throw new SpoutException("cannot find the directory " + path, e);
        }
        directory.sweep();
        return directory;
    }

    Path path() {
        return path;
    }

    /**
     * Holds an object once more.
     *
     * @param birth what to create it with where it is missing; null to leave it missing
     * @return null where it is missing
     */
    Attached attach(String name, byte[] bytes, ObjectKind kind, Birth birth) {
        return attach(name, bytes, kind, birth, Access.WRITE);
    }

    /** Holds memory once more, apart from those who write to it; null where it is missing. */
    Attached attachToRead(String name, byte[] bytes) {
        return attach(name, bytes, ObjectKind.MEMORY, null, Access.READ);
    }

    private Attached attach(String name, byte[] bytes, ObjectKind kind, Birth birth, Access access) {
        String key = access == Access.READ ? name + TO_READ : name;
        lock.lock();
        try {
            Attachment known = attached.get(key);
            if (known != null) {
                if (known.kind != kind) {
                    throw new WrongKindException(bytes, kind, known.kind.text);
                }
                known.handles++;
                return new Attached(known, false);
            }
            Path fileName = path.resolve(FileNames.ofObject(bytes));
            try (DirectoryLock _ = birth != null ? DirectoryLock.take(path) : lookingLock()) {
                ObjectFile file = ObjectFile.open(fileName, bytes, kind, access);
                boolean missing = file == null;
                if (missing && birth == null) {
                    return null;
                }
                int signature = kind == ObjectKind.MUTEX ? sign(file) : 0;
                if (missing) {
                    file = create(fileName, bytes, kind, birth);
                }
                Attachment attachment = new Attachment(name, kind, file, signature, path);
                attachment.handles = 1;
                attached.put(key, attachment);
                hook();
                return new Attached(attachment, missing);
            }
        } finally {
            lock.unlock();
        }
    }

    /** For what is looked at again soon. */
    private DirectoryLock lookingLock() {
        DirectoryLock taken = tryLookingLock();
        if (taken == null) {
            throw DirectoryLock.held(path, LOOK_MILLIS);
        }
        return taken;
    }

    /** For what can be left undone; null where a process keeps the directory, for which one look in a while waits. */
    private DirectoryLock tryLookingLock() {
        boolean waits = System.nanoTime() - stuckUntil >= 0;
        DirectoryLock taken = DirectoryLock.tryTake(path, waits ? LOOK_MILLIS : 0);
        if (taken != null || waits) {
            stuckUntil = System.nanoTime() + (taken != null ? 0 : STUCK_NANOS);
        }
        return taken;
    }

    /** For what has to be given back in any case; null also where the directory cannot even be opened. */
    private DirectoryLock leavingLock() {
        try {
            return tryLookingLock();
        } catch (SpoutException _) {
            return null;
        }
    }

    /** An attachment, and whether it made the object. */
    record Attached(Attachment attachment, boolean created) {}

    /**
     * Looks at objects of all processes.
     *
     * @param bytes gives a name's bytes
     */
    <R> R glance(Function<String, byte[]> bytes, Function<Glance, R> looks) {
        lock.lock();
        try (PosixGlance glance = new PosixGlance(sights, this::lookingLock, bytes)) {
            return looks.apply(glance);
        } finally {
            if (mutexes == 0) {
                sights.forgetAll(); // as nobody looks around who would do so later
            }
            lock.unlock();
        }
    }

    /** Whether this process holds an object of the name, and of which kind: null where it holds none. */
    ObjectKind kindHere(String name) {
        lock.lock();
        try {
            Attachment known = attached.get(name);
            return known == null ? null : known.kind;
        } finally {
            lock.unlock();
        }
    }

    /** Gives one handle's hold back. Nothing of this process reads or writes through that handle any more. */
    void detach(Attachment attachment) {
        lock.lock();
        try {
            if (--attachment.handles > 0) {
                return;
            }
            attached.values().remove(attachment);
            if (attachment.kind == ObjectKind.MUTEX) {
                MutexWord.abandon(attachment.rawWord(), attachment.token);
            }
            try (DirectoryLock directoryLock = leavingLock()) {
                if (directoryLock != null) {
                    attachment.file.letGo();
                } else {
                    attachment.file.abandon();
                }
                if (attachment.kind == ObjectKind.MUTEX) {
                    unsign();
                }
            } finally {
                attachment.file.unmap();
                sights.forget(attachment.name);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits for the object, so that those whose handle was closed notice. */
    void wake(Attachment attachment) {
        lock.lock();
        try {
            WordWait.wakeAll(attachment.rawWord());
        } finally {
            lock.unlock();
        }
    }

    private ObjectFile create(Path file, byte[] bytes, ObjectKind kind, Birth birth) {
        try {
            return ObjectFile.create(file, bytes, kind, birth);
        } catch (SpoutException e) {
            if (kind == ObjectKind.MUTEX) {
                unsign();
            }
            throw e;
        }
    }

    private int sign(ObjectFile opened) {
        if (mutexes == 0) {
            try {
                token = ProcessToken.create(path);
            } catch (SpoutException e) {
                if (opened != null) {
                    opened.letGo();
                    opened.unmap();
                }
                throw e;
            }
            watch.start();
        }
        mutexes++;
        return token.value();
    }

    private void unsign() {
        if (--mutexes == 0) {
            watch.stop();
            sights.forgetAll();
            token.remove();
            token = null;
        }
    }

    private void lookAround() {
        lock.lock();
        try {
            sights.forget(System.nanoTime());
            for (Attachment attachment : attached.values()) {
                abandonLost(attachment);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void abandonLost(Attachment attachment) {
        if (attachment.kind == ObjectKind.MUTEX && attachment.owner.takeLost()) {
            MutexWord.abandon(attachment.rawWord(), attachment.token);
        }
    }

    private void sweep() {
        lock.lock();
        try (DirectoryLock _ = DirectoryLock.take(path);
                DirectoryStream<Path> files = Files.newDirectoryStream(path,
                        "{" + FileNames.OBJECT + "," + FileNames.PROCESS + "}*")) {
            files.forEach(ObjectFile::sweep);
        } catch (IOException | DirectoryIteratorException e) {
            throw new SpoutException("cannot list the directory " + path, e);
        } finally {
            lock.unlock();
        }
    }

    private void hook() {
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(this::end, "spout4j end of " + path));
            } catch (IllegalStateException _) {
                // the JVM is ending: what is left is swept by the next user
            }
        }
    }

    /**
     * Leaves nothing behind for handles that were never closed; they keep working until the process is gone, as other
     * steps of the JVM's end may still use them. While a thread owns a mutex the token stays: without it others would
     * take that thread for dead.
     */
    private void end() {
        lock.lock();
        try {
            if (attached.isEmpty()) {
                return;
            }
            try (DirectoryLock _ = lookingLock()) {
                boolean owning = false;
                for (Attachment attachment : attached.values()) {
                    abandonLost(attachment);
                    owning |= attachment.owner.present();
                    attachment.file.letGo();
                }
                if (token != null && !owning) {
                    token.remove();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
