package io.github.spout4j.library.engine;

import io.github.spout4j.library.SpoutLibrary;
import java.lang.foreign.MemorySegment;

/**
 * By ReceiveImage. Where that goes through the CPU, the SDK gives the frame before the one that it has just fetched, and nothing while
 * no new one is counted; so its own counting is off, and each frame is fetched twice, of which the second time gives it.
 */
final class ReceivedImages implements ReceivingWay {
    private final int glFormat;
    /** Whether the next fetch is the first, which gives nothing yet. */
    private boolean fresh = true;

    /** @param glFormat that of the memory */
    ReceivedImages(int glFormat) {
        this.glFormat = glFormat;
    }

    @Override
    public Fetched fetch(SpoutLibrary library, MemorySegment target) {
        Fetched fetched = fetchAgain(library, target);
        if (fetched == Fetched.FRAME && fresh) {
            fetched = fetchAgain(library, target);
            fresh = fetched != Fetched.FRAME;
        }
        return fetched == Fetched.FRAME && !library.isGLDXready() ? fetchAgain(library, target) : fetched;
    }

    @Override
    public Fetched fetchAgain(SpoutLibrary library, MemorySegment target) {
        boolean there = library.receiveImage(target, glFormat, false, 0);
        if (library.isUpdated()) {
            return Fetched.UPDATED;
        }
        return there ? Fetched.FRAME : Fetched.NOTHING;
    }

    @Override
    public void close() {
        // the DLL's receiver is its session's
    }
}
