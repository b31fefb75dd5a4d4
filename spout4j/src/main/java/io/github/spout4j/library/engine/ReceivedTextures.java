package io.github.spout4j.library.engine;

import io.github.spout4j.d3d11.StagingTexture.Purpose;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/**
 * From the texture that the DLL's receiver has opened (ReceiveTexture without a texture, then GetSenderTexture), on its device and
 * under the sender's lock: any format, and the frame that is there. ReceiveImage knows 8 bits alone; through the CPU it gives the
 * frame before, and says nothing where it did not get the lock.
 */
final class ReceivedTextures implements ReceivingWay {
    private static final Runnable NOTHING_MORE = () -> {};

    private final FrameShape shape;
    private final SenderName sender;
    private final AccessMutex access;
    /** Null where none is open. */
    private DllTexture texture;

    ReceivedTextures(KernelObjects objects, SenderName sender, FrameShape shape) {
        this.sender = sender;
        this.shape = shape;
        access = new AccessMutex(objects, sender);
    }

    @Override
    public Fetched fetch(SpoutLibrary library, MemorySegment target, Runnable locked) {
        boolean there = library.receiveTexture(0, 0, false, 0);
        if (library.isUpdated()) {
            return Fetched.UPDATED;
        }
        if (!there) {
            return library.findSenderName(sender.text()) ? Fetched.REFUSED : Fetched.NOTHING;
        }
        if (texture == null || !texture.isOf(library)) {
            forget();
            texture = DllTexture.of(library, Purpose.READ);
        }
        if (texture == null || !texture.shape().equals(shape)) {
            return Fetched.REFUSED;
        }
        return texture.read(access, Patience.FRAME_MILLIS, target, locked) ? Fetched.FRAME : Fetched.NOTHING;
    }

    @Override
    public Fetched fetchAgain(SpoutLibrary library, MemorySegment target) {
        return fetch(library, target, NOTHING_MORE);
    }

    private void forget() {
        if (texture != null) {
            texture.close();
            texture = null;
        }
    }

    @Override
    public void close() {
        forget();
        access.close();
    }
}
