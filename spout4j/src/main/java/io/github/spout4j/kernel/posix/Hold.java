package io.github.spout4j.kernel.posix;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What a handle has to give back, by {@link #close} or, where that was forgotten, by {@link #run}. */
@SuppressWarnings("restricted")
final class Hold implements Runnable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long PARK = 50_000;

    private final ObjectDirectory directory;
    private final Attachment attachment;
    private final Arena arena = Arena.ofShared();
    private final AtomicBoolean closed = new AtomicBoolean();

    Hold(ObjectDirectory directory, Attachment attachment) {
        this.directory = directory;
        this.attachment = attachment;
    }

    /** The file's bytes for this handle: no access passes its end. */
    MemorySegment bytes() {
        return attachment.file.bytes().reinterpret(arena, null);
    }

    Attachment attachment() {
        return attachment;
    }

    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("this handle to \"" + attachment.name + "\" is closed");
        }
    }

    @Override
    public void run() {
        if (!closed.get()) {
            LOG.log(Level.WARNING, "a handle to \"{0}\", {1}, was never closed", attachment.name, attachment.kind.text);
            close();
        }
    }

    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE;
        while (!endOfAccess()) {
            if (Deadline.left(deadline) <= 0) {
                throw new IllegalStateException(
                        "\"" + attachment.name + "\" is still in use by a native call; its memory stays mapped");
            }
            directory.wake(attachment);
            LockSupport.parkNanos(PARK);
        }
        directory.detach(attachment);
    }

    /** False while a native call uses the bytes. */
    private boolean endOfAccess() {
        try {
            arena.close();
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
