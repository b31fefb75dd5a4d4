package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelObjects;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The objects of one directory that this process holds. */
final class ObjectDirectory {
    private static final Map<Path, ObjectDirectory> OPENED = new ConcurrentHashMap<>();
    /** Added to the name of a file that is held for reading alone. */
    private static final String TO_READ = "\0read";
    /** ms that a JVM waits at its end, so that nothing of it is left. */
    private static final long END_MILLIS = 1000;
    /** ns after which a process that kept the directory is waited for again. */
    private static final long STUCK_NANOS = 250_000_000;
    /** In one of so many looks around, that is about once a second, files are looked at: others may have taken them away. */
    private static final int LOOKS_AT_FILES = 5;

    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    /** Of those threads that wait for the directory to make an object, one asks for it; taken before {@link #lock}. */
    private final ReentrantLock creating = new ReentrantLock();
    private final Map<String, Attachment> attached = new HashMap<>();
    /** How often objects of a name were lost. */
    private final Map<String, Integer> lost = new HashMap<>();
    private volatile int losses;
    /** Files that were left when another process kept the directory. */
    private final List<Path> leftovers = new ArrayList<>();
    private final Sights sights;
    private final OwnerWatch watch = new OwnerWatch(this::lookAround);
    private ProcessToken token;
    private int mutexes;
    private boolean hooked;
    private int looks;
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
     * @param birth   what to create it with where it is missing; null to leave it missing
     * @param patient whether to wait {@value DirectoryLock#ONCE_MILLIS} ms for other programs, instead of as long as who looks
     * @return null where it is missing
     */
    Attached attach(String name, byte[] bytes, ObjectKind kind, Birth birth, boolean patient) {
        return patient
                ? attachOrCreate(name, bytes, kind, birth)
                : attach(name, bytes, kind, birth, Access.WRITE);
    }

    /** Holds memory once more, apart from those who write to it; null where it is missing. */
    Attached attachToRead(String name, byte[] bytes) {
        return attach(name, bytes, ObjectKind.MEMORY, null, Access.READ);
    }

    private Attached attach(String name, byte[] bytes, ObjectKind kind, Birth birth, Access access) {
        String key = access == Access.READ ? name + TO_READ : name;
        lock.lock();
        try {
            Attached known = attachKnown(key, bytes, kind);
            if (known != null) {
                return known;
            }
            try (DirectoryLock _ = lookingLock()) {
                return attachFile(key, name, bytes, kind, birth, access);
            }
        } finally {
            lock.unlock();
        }
    }

    /** One thread at a time waits for the directory, and lets others of this process do meanwhile what needs none. */
    private Attached attachOrCreate(String name, byte[] bytes, ObjectKind kind, Birth birth) {
        creating.lock();
        try {
            return waitAndAttach(name, bytes, kind, birth);
        } finally {
            creating.unlock();
        }
    }

    private Attached waitAndAttach(String name, byte[] bytes, ObjectKind kind, Birth birth) {
        long deadline = Deadline.after(DirectoryLock.ONCE_MILLIS);
        for (int round = 0;; round++) {
            lock.lock();
            try {
                Attached known = attachKnown(name, bytes, kind);
                if (known != null) {
                    return known;
                }
                try (DirectoryLock taken = DirectoryLock.tryTake(path, 0)) {
                    if (taken != null) {
                        return attachFile(name, name, bytes, kind, birth, Access.WRITE);
                    }
                }
            } finally {
                lock.unlock();
            }
            if (Deadline.left(deadline) <= 0) {
                throw DirectoryLock.held(path, DirectoryLock.ONCE_MILLIS);
            }
            DirectoryLock.park(round);
        }
    }

    /** Null where this process does not hold it. */
    private Attached attachKnown(String key, byte[] bytes, ObjectKind kind) {
        Attachment known = attached.get(key);
        if (known == null || loseIfGone(known)) {
            return null;
        }
        if (known.kind != kind) {
            throw new WrongKindException(bytes, kind, known.kind.text);
        }
        known.handles++;
        return new Attached(known, false);
    }

    private Attached attachFile(String key, String name, byte[] bytes, ObjectKind kind, Birth birth, Access access) {
        Path fileName = path.resolve(FileNames.ofObject(bytes));
        ObjectFile file = ObjectFile.open(fileName, bytes, kind, access, birth != null);
        boolean missing = file == null;
        if (missing && birth == null) {
            return null;
        }
        int signature = kind == ObjectKind.MUTEX ? sign(file) : 0;
        if (missing) {
            file = create(fileName, bytes, kind, birth);
        }
        Attachment attachment = new Attachment(name, bytes, kind, file, signature, path);
        attachment.handles = 1;
        attached.put(key, attachment);
        hook();
        return new Attached(attachment, missing);
    }

    private boolean loseIfGone(Attachment attachment) {
        if (!attachment.file.gone()) {
            return false;
        }
        attached.values().remove(attachment);
        attachment.file.cover();
        attachment.file.abandon(); // so that whoever needs the object can make it anew
        attachment.lost = true;
        lost.merge(attachment.name, 1, Integer::sum);
        losses++;
        return true;
    }

    /** Lets go of all objects whose files other programs have taken away, or a part of them. */
    void loseWhatIsGone() {
        lock.lock();
        try {
            sights.forgetGone();
            List.copyOf(attached.values()).forEach(this::loseIfGone);
        } finally {
            lock.unlock();
        }
    }

    /** How often objects were lost so far. */
    int losses() {
        return losses;
    }

    /** How often objects were lost so far whose names begin so. */
    int losses(String prefix) {
        lock.lock();
        try {
            return lost.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
                    .mapToInt(Map.Entry::getValue).sum();
        } finally {
            lock.unlock();
        }
    }

    /** For what is looked at again soon. */
    private DirectoryLock lookingLock() {
        DirectoryLock taken = tryLookingLock();
        if (taken == null) {
            throw DirectoryLock.held(path, KernelObjects.LOOK_MILLIS);
        }
        return taken;
    }

    /** For what can be left undone; null where a process keeps the directory, for which one look in a while waits. */
    private DirectoryLock tryLookingLock() {
        boolean waits = System.nanoTime() - stuckUntil >= 0;
        DirectoryLock taken = DirectoryLock.tryTake(path, waits ? KernelObjects.LOOK_MILLIS : 0);
        if (taken != null) {
            removeLeftovers();
        }
        if (taken != null || waits) {
            stuckUntil = System.nanoTime() + (taken != null ? 0 : STUCK_NANOS);
        }
        return taken;
    }

    /** The caller has the directory's lock. */
    private void removeLeftovers() {
        leftovers.forEach(ObjectFile::sweep);
        leftovers.clear();
    }

    private void removeLeftoversNow() {
        try (DirectoryLock _ = leavingLock()) {
            // taking it removes them
        }
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
                attachment.file.cover();
                MutexWord.abandon(attachment.rawWord(), attachment.token);
            }
            try (DirectoryLock directoryLock = leavingLock()) {
                if (directoryLock != null) {
                    attachment.file.letGo();
                } else {
                    attachment.file.abandon();
                    leftovers.add(attachment.file.path());
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
            if (++looks % LOOKS_AT_FILES == 0) {
                loseWhatIsGone();
                attached.values().forEach(Attachment::mend);
                renewToken();
            }
            for (Attachment attachment : attached.values()) {
                abandonLost(attachment);
            }
            if (!leftovers.isEmpty()) {
                removeLeftoversNow();
            }
        } catch (InternalError _) {
            loseWhatIsGone(); // cut just now
        } finally {
            lock.unlock();
        }
    }

    private void renewToken() {
        if (token == null || !token.gone()) {
            return;
        }
        try (DirectoryLock taken = leavingLock()) {
            if (taken != null) {
                token.renew();
            }
        }
    }

    private static void abandonLost(Attachment attachment) {
        if (attachment.kind == ObjectKind.MUTEX && attachment.owner.takeLost()) {
            MutexWord.abandon(attachment.rawWord(), attachment.token);
        }
    }

    private void sweep() {
        lock.lock();
        try (DirectoryLock taken = tryLookingLock()) {
            if (taken != null) {
                sweepFiles();
            } // else the next who comes does it
        } finally {
            lock.unlock();
        }
    }

    private void sweepFiles() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path,
                "{" + FileNames.OBJECT + "," + FileNames.PROCESS + "}*")) {
            files.forEach(ObjectFile::sweep);
        } catch (IOException | DirectoryIteratorException e) {
            throw new SpoutException("cannot list the directory " + path, e);
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
            if (attached.isEmpty() && leftovers.isEmpty()) {
                return;
            }
            loseWhatIsGone();
            try (DirectoryLock taken = DirectoryLock.tryTake(path, END_MILLIS)) {
                if (taken == null) {
                    return; // leftovers, which the next user sweeps
                }
                removeLeftovers();
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
