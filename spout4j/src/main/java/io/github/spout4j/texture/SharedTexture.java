package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.KeyedMutex;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.transport.FrameShape;

/** A texture of this process that others can open by its handle, with the device that it is on. */
public final class SharedTexture implements AutoCloseable {
    private final TextureSystem system;
    private final Device device;
    private final FrameShape shape;
    private final Texture texture;
    private final long handle;
    private final KeyedMutex keyedMutex;
    private final EventQuery copied;

    private SharedTexture(TextureSystem system, Device device, FrameShape shape, Texture texture, long handle,
            KeyedMutex keyedMutex, EventQuery copied) {
        this.system = system;
        this.device = device;
        this.shape = shape;
        this.texture = texture;
        this.handle = handle;
        this.keyedMutex = keyedMutex;
        this.copied = copied;
    }

    /** Takes the use of the device over, which is given back where this fails. */
    static SharedTexture make(TextureSystem system, Device device, FrameShape shape, Texture.Sharing sharing) {
        Texture texture = null;
        KeyedMutex keyedMutex = null;
        try {
            texture = Texture.shared(device, shape.width(), shape.height(), shape.format().dxgiFormat(), sharing);
            long handle = system.handleOf(texture);
            keyedMutex = texture.isKeyed() ? new KeyedMutex(texture) : null;
            return new SharedTexture(system, device, shape, texture, handle, keyedMutex, new EventQuery(device));
        } catch (RuntimeException | Error e) {
            if (keyedMutex != null) {
                keyedMutex.close();
            }
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
        return device.adapter();
    }

    Device device() {
        return device;
    }

    Texture texture() {
        return texture;
    }

    /** Its own lock; null where it has none. */
    KeyedMutex keyedMutex() {
        return keyedMutex;
    }

    /** For the copies into it. */
    EventQuery copied() {
        return copied;
    }

    @Override
    public void close() {
        copied.close();
        if (keyedMutex != null) {
            keyedMutex.close();
        }
        texture.close();
        system.giveBack(device);
    }
}
