package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.KeyedMutex;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.library.VtableLayout;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/**
 * The texture between programs that an object of the DLL has made or opened (GetSenderTexture), on the DLL's own device, and a
 * staging texture beside it. So go the formats that SendImage and ReceiveImage do not know. One thread at a time.
 */
final class DllTexture implements AutoCloseable {
    private final Texture texture;
    private final Device device;
    private final FrameShape shape;
    private final StagingTexture.Purpose purpose;
    private StagingTexture staging;
    private EventQuery copied;
    /** Null where it has none. */
    private KeyedMutex keyed;

    private DllTexture(Texture texture, StagingTexture.Purpose purpose) {
        this.texture = texture;
        this.purpose = purpose;
        device = texture.device();
        shape = new FrameShape(texture.width(), texture.height(), PixelFormat.ofDxgiFormat(texture.format())
                .orElseThrow(() -> new SpoutException("SpoutLibrary.dll shares a texture of the DXGI_FORMAT "
                        + texture.format() + ", which nobody here can read")));
    }

    /** Whether a build of the DLL gives its textures away. */
    static boolean isGivenBy(VtableLayout build) {
        return build.slots().stream().anyMatch(slot -> slot.name().equals("GetSenderTexture"));
    }

    /**
     * That of an object, for the CPU to write frames to or read them from.
     *
     * @return null where it has none now
     */
    static DllTexture of(SpoutLibrary library, StagingTexture.Purpose purpose) {
        long address = library.getSenderTexture();
        if (address == 0) {
            return null;
        }
        Texture texture = Texture.ofUser(address);
        DllTexture made = null;
        try {
            made = new DllTexture(texture, purpose);
            made.prepare();
            return made;
        } catch (RuntimeException | Error e) {
            if (made != null) {
                made.close();
            } else {
                texture.device().close();
                texture.close();
            }
            throw e;
        }
    }

    private void prepare() {
        staging = new StagingTexture(device, shape.width(), shape.height(), texture.format(), purpose);
        copied = new EventQuery(device);
        keyed = texture.isKeyed() ? new KeyedMutex(texture) : null;
    }

    /** Whether the object has this texture still. */
    boolean isOf(SpoutLibrary library) {
        return library.getSenderTexture() == texture.address();
    }

    /** Direct3D's word. */
    FrameShape shape() {
        return shape;
    }

    /** Gives the staging texture's memory to the CPU until {@link #write} or {@link #close}. */
    MemorySegment map() {
        staging.unmap();
        return staging.map();
    }

    /** Bytes from one row to the next, as the last {@link #map} found it. */
    long rowPitch() {
        return staging.rowPitch();
    }

    /** Has the GPU copy what was written to {@link #map} to the texture, and waits until it has; for who owns the sender's lock. */
    void write() {
        staging.unmap();
        copy(staging.texture(), texture);
    }

    /**
     * Copies the frame that is there to memory, rows without gaps.
     *
     * @param access the lock of senders whose texture has none
     * @param locked run while nobody changes the frame
     * @return false where somebody else held the pixels all the time
     */
    boolean read(AccessMutex access, long timeoutMillis, MemorySegment target, Runnable locked) {
        if (!acquire(access, timeoutMillis)) {
            return false;
        }
        try {
            copy(texture, staging.texture());
            locked.run();
        } finally {
            release(access);
        }
        MemorySegment pixels = staging.map();
        long row = shape.rowBytes();
        for (int y = 0; y < shape.height(); y++) {
            MemorySegment.copy(pixels, y * staging.rowPitch(), target, y * row, row);
        }
        staging.unmap();
        return true;
    }

    private void copy(Texture source, Texture target) {
        device.copy(source, target, copied);
        if (!copied.await(EventQuery.HANGS_MILLIS)) {
            throw new SpoutException("the graphics adapter did not copy a frame of SpoutLibrary.dll within "
                    + EventQuery.HANGS_MILLIS + " ms");
        }
    }

    private boolean acquire(AccessMutex access, long timeoutMillis) {
        return keyed != null
                ? keyed.acquire(timeoutMillis) != KeyedMutex.Result.TIMED_OUT
                : access.acquire(timeoutMillis).owned();
    }

    private void release(AccessMutex access) {
        if (keyed != null) {
            keyed.release();
        } else {
            access.release();
        }
    }

    @Override
    public void close() {
        if (keyed != null) {
            keyed.close();
        }
        if (copied != null) {
            copied.close();
        }
        if (staging != null) {
            staging.close();
        }
        texture.close();
        device.close();
    }
}
