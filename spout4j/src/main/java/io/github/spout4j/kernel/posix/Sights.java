package io.github.spout4j.kernel.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The objects that were looked at lately. Their files stay open for a while, so that a look costs one call: to open a file and map
 * it costs thirty times as much. All but {@link #forget} and {@link #forgetAll} needs the directory's lock.
 */
final class Sights {
    /** How long a file stays open that nobody looks at; that of an object that has ended takes memory until then. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Files that are kept open at a time; a program can have only so many. What was seen before is used no more when another is added. */
    private static final int MOST = 1024;

    private final Path directory;
    private final MemorySegment state = LibC.callState();
    private final Map<String, Sight> seen = new HashMap<>();

    Sights(Path directory) {
        this.directory = directory;
    }

    /**
     * An object that was seen lately and that somebody still holds; else null.
     *
     * @param glance the one that looks: what it has seen it need not look at again
     * @param now    the time
     */
    Sight known(String name, Object glance, long now) {
        Sight known = seen.get(name);
        if (known == null || known.seenBy == glance) {
            return known;
        }
        if (known.held(state)) {
            known.seen(glance, now);
            return known;
        }
        seen.remove(name);
        known.close();
        return null;
    }

    /** One that was not seen lately; null where nobody holds an object of that name and kind. */
    Sight add(String name, byte[] bytes, ObjectKind kind, Object glance, long now) {
        if (seen.size() >= MOST) {
            forgetAll();
        }
        Sight sight = open(bytes, kind);
        if (sight != null) {
            sight.seen(glance, now);
            seen.put(name, sight);
        }
        return sight;
    }

    /** Not kept; null where nobody holds an object of that name and kind. */
    Sight open(byte[] name, ObjectKind kind) {
        try {
            ObjectFile file = ObjectFile.watch(directory.resolve(FileNames.ofObject(name)), name, kind);
            return file == null ? null : new Sight(file, kind);
        } catch (WrongKindException _) {
            return null;
        }
    }

    /** Closes what nobody has looked at for long. */
    void forget(long now) {
        forget(sight -> now - sight.seenAt > KEPT_NANOS);
    }

    /** Closes what this process has held itself until now: it is likely to have ended. */
    void forget(String name) {
        Sight known = seen.remove(name);
        if (known != null) {
            known.close();
        }
    }

    /** Closes what other programs have cut. */
    void forgetGone() {
        forget(Sight::gone);
    }

    void forgetAll() {
        forget(_ -> true);
    }

    private void forget(Predicate<Sight> old) {
        seen.values().removeIf(sight -> {
            boolean forgotten = old.test(sight);
            if (forgotten) {
                sight.close();
            }
            return forgotten;
        });
    }
}
