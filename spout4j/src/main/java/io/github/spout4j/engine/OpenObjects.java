package io.github.spout4j.engine;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What a user has open: closed together with Spout; what the user has forgotten is freed and logged. Thread-safe. */
final class OpenObjects implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final Cleaner CLEANER = Cleaner.create();

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    /**
     * Makes an object and keeps it in view.
     *
     * @param what        the object, for people
     * @param resources   all that it has to give back; must not lead to the object
     * @param constructor is given what the object must run once when it was closed
     */
    <T extends AutoCloseable> T add(String what, AutoCloseable resources, Function<Runnable, T> constructor) {
        Entry entry = new Entry(what, resources);
        T object = constructor.apply(entry::closed);
        entry.watch(object);
        entries.add(entry);
        if (!open) {
            Closing.quietly(object);
            throw closed();
        }
        return object;
    }

    void requireOpen() {
        if (!open) {
            throw closed();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("Spout is closed");
    }

    @Override
    public void close() {
        open = false;
        entries.forEach(Entry::close);
    }

    private final class Entry implements Runnable {
        private final String what;
        private final AutoCloseable resources;
        private WeakReference<AutoCloseable> object;
        private Cleaner.Cleanable cleanable;
        private boolean ended;

        Entry(String what, AutoCloseable resources) {
            this.what = what;
            this.resources = resources;
        }

        void watch(AutoCloseable newObject) {
            object = new WeakReference<>(newObject);
            cleanable = CLEANER.register(newObject, this);
        }

        /** The object has closed itself. */
        void closed() {
            synchronized (this) {
                ended = true;
            }
            cleanable.clean();
        }

        void close() {
            AutoCloseable known = object.get();
            if (known != null) {
                Closing.quietly(known);
            } else {
                run();
            }
        }

        /** The object is closed, or it was forgotten. Returns when that is done, by whichever thread. */
        @Override
        public synchronized void run() {
            if (!ended) {
                ended = true;
                LOG.log(System.Logger.Level.WARNING, "{0} was never closed; it is closed now", what);
                Closing.quietly(resources);
            }
            entries.remove(this);
        }
    }
}
