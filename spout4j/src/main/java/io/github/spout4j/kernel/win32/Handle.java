package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.foundation.Apis.CloseHandle;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** A Win32 handle that is closed once, after the last call that uses it. */
final class Handle {
    private static final int CLOSED = 1 << 30;

    private final MemorySegment value;
    private final String description;
    private final Runnable beforeClose;
    /** How many calls use the handle, and CLOSED. */
    private final AtomicInteger uses = new AtomicInteger();

    /** @param beforeClose what has to be undone first; runs once */
    Handle(MemorySegment value, String description, Runnable beforeClose) {
        this.value = value;
        this.description = description;
        this.beforeClose = beforeClose;
    }

    Handle(MemorySegment value, String description) {
        this(value, description, () -> {});
    }

    /** For native calls between {@link #enter} and {@link #exit}. */
    MemorySegment value() {
        return value;
    }

    void enter() {
        int now;
        do {
            now = uses.get();
            if ((now & CLOSED) != 0) {
                throw closed();
            }
        } while (!uses.compareAndSet(now, now + 1));
    }

    void exit() {
        if (uses.decrementAndGet() == CLOSED) {
            free();
        }
    }

    /** Whether this call closed the handle; false where it was closed before. */
    boolean close() {
        int before = uses.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            free();
        }
        return (before & CLOSED) == 0;
    }

    boolean isClosed() {
        return (uses.get() & CLOSED) != 0;
    }

    IllegalStateException closed() {
        return new IllegalStateException(description + " is closed");
    }

    private void free() {
        beforeClose.run();
        int _ = CloseHandle(CallState.ofThread().capture, value);
    }

    @Override
    public String toString() {
        return description;
    }
}
