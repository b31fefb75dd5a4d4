package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.KernelObject;
import java.lang.ref.Cleaner;

/** What all named objects share: a handle, closed by its user or, with a warning in the log, by the garbage collector. */
abstract class Win32Object implements KernelObject {
    private static final System.Logger LOG = System.getLogger(Win32Object.class.getPackageName());
    private static final Cleaner CLEANER = Cleaner.create();

    final Handle handle;
    private final String name;
    private final boolean created;
    private final Cleaner.Cleanable cleanable;

    Win32Object(String name, boolean created, Handle handle) {
        this.name = name;
        this.created = created;
        this.handle = handle;
        cleanable = CLEANER.register(this, new Forgotten(handle));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean created() {
        return created;
    }

    @Override
    public void close() {
        handle.close();
        cleanable.clean();
    }

    @Override
    public final String toString() {
        return handle.toString();
    }

    private record Forgotten(Handle handle) implements Runnable {
        @Override
        public void run() {
            if (handle.close()) {
                LOG.log(System.Logger.Level.WARNING, "{0} was never closed; it is freed now", handle);
            }
        }
    }
}
