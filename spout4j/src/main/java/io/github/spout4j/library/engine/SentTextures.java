package io.github.spout4j.library.engine;

import io.github.spout4j.d3d11.StagingTexture.Purpose;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

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
    private final SenderLock lock;
    private final Runnable writing = this::write;
    private DllTexture texture;
    /** Null where the user's frames are not counted. */
    private FrameCount count;
    private long number;

    /** @param lock closed with this */
    SentTextures(GlThread gl, KernelObjects objects, SenderLock lock) {
        this.gl = gl;
        this.objects = objects;
        this.lock = lock;
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
        if (lock.isOpen()) {
            lock.run(() -> sendBlank(shape));
        } else {
            sendBlank(shape);
        }
        texture = DllTexture.of(library, Purpose.WRITE);
        if (texture == null || !texture.shape().equals(shape)) {
            throw gl.failed("GetSenderTexture");
        }
        if (!lock.isOpen()) {
            SenderName name = lock.open(library.getName());
            count = library.isFrameCountEnabled() ? new FrameCount(objects, name) : null;
        }
    }

    private void sendBlank(FrameShape shape) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment blank = arena.allocate((long) shape.width() * shape.height() * IMAGE_BYTES);
            if (!gl.library().sendImage(blank, shape.width(), shape.height(), DllFormat.gl(shape.format()), false)) {
                throw gl.failed("SendImage");
            }
        }
    }

    @Override
    public long rowPitch() {
        return texture.rowPitch();
    }

    @Override
    public long send() {
        lock.run(writing);
        return number;
    }

    private void write() {
        texture.write();
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
        lock.close();
    }
}
