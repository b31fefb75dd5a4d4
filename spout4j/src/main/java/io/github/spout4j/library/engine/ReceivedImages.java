package io.github.spout4j.library.engine;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderName;
import java.lang.foreign.MemorySegment;

/**
 * By ReceiveImage, from senders without a texture, and with builds that give none away. Where that goes through the CPU, the SDK gives
 * the frame before the one that it has just fetched, and nothing while no new one is counted; so its own counting is off, and each
 * frame is fetched twice, of which the second time gives it.
 */
final class ReceivedImages implements ReceivingWay {
    private static final Runnable NOTHING_MORE = () -> {};

    private final int glFormat;
    private final boolean memoryShare;
    private final AccessMutex access;
    /** Whether the next call is the first, which only connects. */
    private boolean fresh = true;

    /**
     * @param glFormat    that of the memory
     * @param memoryShare whether the sender has no texture
     */
    ReceivedImages(KernelObjects objects, SenderName sender, int glFormat, boolean memoryShare) {
        this.glFormat = glFormat;
        this.memoryShare = memoryShare;
        access = new AccessMutex(objects, sender);
    }

    /** Under the sender's lock, so that both times bring one frame; without it the SDK would bring none, and say nothing of it. */
    @Override
    public Fetched fetch(SpoutLibrary library, MemorySegment target, Runnable locked) {
        if (fresh) {
            Fetched connected = receive(library, target);
            if (connected != Fetched.FRAME) {
                return connected;
            }
            fresh = false;
        }
        return underLock(library, target, library.isGLDXready() ? 1 : 2, locked);
    }

    @Override
    public Fetched fetchAgain(SpoutLibrary library, MemorySegment target) {
        return underLock(library, target, 1, NOTHING_MORE);
    }

    private Fetched underLock(SpoutLibrary library, MemorySegment target, int times, Runnable locked) {
        if (!access.acquire(Patience.FRAME_MILLIS).owned()) {
            return Fetched.NOTHING;
        }
        try {
            Fetched fetched = Fetched.FRAME;
            for (int i = 0; i < times && fetched == Fetched.FRAME; i++) {
                fetched = receive(library, target);
            }
            locked.run();
            return fetched;
        } finally {
            access.release();
        }
    }

    private Fetched receive(SpoutLibrary library, MemorySegment target) {
        boolean there = library.receiveImage(target, glFormat, false, 0);
        if (library.isUpdated()) {
            return Fetched.UPDATED;
        }
        if (there && memoryShare && !library.isGLDXready()) {
            return Fetched.REFUSED; // true, and the memory as it was
        }
        return there ? Fetched.FRAME : Fetched.NOTHING;
    }

    @Override
    public void close() {
        access.close();
    }
}
