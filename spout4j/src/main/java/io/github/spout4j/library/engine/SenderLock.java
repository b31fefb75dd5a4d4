package io.github.spout4j.library.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderName;
import java.util.function.Function;

/** The lock of a sender that the DLL has made, which tells its name only then. One thread at a time. */
final class SenderLock implements AutoCloseable {
    private final KernelObjects objects;
    private final Function<String, SenderName> names;
    private SenderName name;
    /** Null until it is open. */
    private AccessMutex access;

    /** @param names checks a name */
    SenderLock(KernelObjects objects, Function<String, SenderName> names) {
        this.objects = objects;
        this.names = names;
    }

    boolean isOpen() {
        return access != null;
    }

    /** @param sender the name that the DLL has given it */
    SenderName open(String sender) {
        name = names.apply(sender);
        access = new AccessMutex(objects, name);
        return name;
    }

    /**
     * Runs something while nobody reads the pixels.
     *
     * @throws SpoutException where somebody did for too long
     */
    void run(Runnable work) {
        if (!access.acquire(Patience.ONCE_MILLIS).owned()) {
            throw new SpoutException("the sender \"" + name + "\" lost a frame: a receiver held the pixels for "
                    + Patience.ONCE_MILLIS + " ms");
        }
        try {
            work.run();
        } finally {
            access.release();
        }
    }

    @Override
    public void close() {
        if (access != null) {
            access.close();
        }
    }
}
