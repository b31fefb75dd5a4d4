package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;

/** Held by whoever writes or reads a sender's pixels (docs/protocol.md: Frames). Allocates nothing once open. */
public final class AccessMutex implements AutoCloseable {
    private final NamedMutex mutex;

    public AccessMutex(KernelObjects objects, SenderName sender) {
        mutex = objects.createMutex(ObjectNames.access(sender));
    }

    /** Waits for the pixels as long as the SDK does. */
    public WaitResult acquire() {
        return acquire(Patience.FRAME_MILLIS);
    }

    /** @return {@link WaitResult#ABANDONED}: owned, and the frame there may be half-written */
    public WaitResult acquire(long timeoutMillis) {
        return mutex.acquire(timeoutMillis);
    }

    public void release() {
        mutex.release();
    }

    @Override
    public void close() {
        mutex.close();
    }
}
