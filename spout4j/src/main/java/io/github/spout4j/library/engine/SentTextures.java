package io.github.spout4j.library.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.StagingTexture.Purpose;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.Patience;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * Straight into the texture that the DLL has made (GetSenderTexture), on its device and under its lock: for formats that SendImage
 * does not know. The DLL makes the texture, lists it and follows a new size; the frame is counted here, since it counts its own
 * alone.
 */
final class SentTextures implements SendingWay {
    /** Bytes of a pixel that SendImage takes. */
    private static final int IMAGE_BYTES = 4;

    private final GlThread gl;
    private final KernelObjects objects;
    private final Function<String, SenderName> names;
    private final DllTexture.Locked counting = this::count;
    private DllTexture texture;
    private AccessMutex access;
    /** Null where the user's frames are not counted. */
    private FrameCount count;
    private long number;

    SentTextures(GlThread gl, KernelObjects objects, Function<String, SenderName> names) {
        this.gl = gl;
        this.objects = objects;
        this.names = names;
    }

    @Override
    public MemorySegment begin(FrameShape shape) {
        if (texture == null || !texture.shape().equals(shape)) {
            make(shape);
        }
        return texture.map();
    }

    /** Has the DLL make its texture: by an image without a bit in it, which is what receivers see until the first frame. */
    private void make(FrameShape shape) {
        SpoutLibrary library = gl.library();
        forget();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment blank = arena.allocate((long) shape.width() * shape.height() * IMAGE_BYTES);
            if (!library.sendImage(blank, shape.width(), shape.height(), DllFormat.gl(shape.format()), false)) {
                throw gl.failed("SendImage");
            }
        }
        texture = DllTexture.of(library, Purpose.WRITE);
        if (texture == null || !texture.shape().equals(shape)) {
            throw gl.failed("GetSenderTexture");
        }
        if (access == null) {
            SenderName name = names.apply(library.getName());
            access = new AccessMutex(objects, name);
            count = library.isFrameCountEnabled() ? new FrameCount(objects, name) : null;
        }
    }

    @Override
    public long rowPitch() {
        return texture.rowPitch();
    }

    @Override
    public long send() {
        if (!texture.write(access, Patience.ONCE_MILLIS, counting)) {
            throw new SpoutException("the sender \"" + gl.library().getName()
                    + "\" could not send a frame: a receiver held the pixels for " + Patience.ONCE_MILLIS + " ms");
        }
        return number;
    }

    private void count() {
        if (count != null) {
            number = count.countFrame();
        }
    }

    @Override
    public long number() {
        return number;
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
        if (count != null) {
            count.close();
        }
        if (access != null) {
            access.close();
        }
    }
}
