package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.transport.FrameShape;

/** A texture of this process that others can open by its handle, with the device that it is on. */
public final class SharedTexture implements AutoCloseable {
    private final HeldTexture held;
    private final FrameShape shape;
    private final long handle;

    private SharedTexture(HeldTexture held, FrameShape shape, long handle) {
        this.held = held;
        this.shape = shape;
        this.handle = handle;
    }

    /** Takes the use of the device over, which is given back where this fails. */
    static SharedTexture make(TextureSystem system, Device device, FrameShape shape, Texture.Sharing sharing) {
        Texture texture = null;
        try {
            texture = Texture.shared(device, shape.width(), shape.height(), shape.format().dxgiFormat(), sharing);
            long handle = system.handleOf(texture);
            return new SharedTexture(new HeldTexture(system, texture), shape, handle);
        } catch (RuntimeException | Error e) {
            if (texture != null) {
                texture.close();
            }
            system.giveBack(device);
            throw e;
        }
    }

    public FrameShape shape() {
        return shape;
    }

    /** The low half of the handle, as senders publish it. */
    public int shareHandle() {
        return (int) handle;
    }

    /** The whole handle. */
    long handle() {
        return handle;
    }

    Adapter adapter() {
        return device().adapter();
    }

    Device device() {
        return held.device();
    }

    Texture texture() {
        return held.texture();
    }

    /** Its own lock; {@code named} where it has none. */
    FrameLock lockOr(FrameLock named) {
        return held.lockOr(named);
    }

    /** For the copies into it. */
    EventQuery copied() {
        return held.copied();
    }

    @Override
    public void close() {
        held.close();
    }
}
