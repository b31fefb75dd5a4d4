package io.github.spout4j.texture;

import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.KeyedMutex;
import io.github.spout4j.d3d11.Texture;

/** A texture between programs, with all that is held for it: the use of its device, its own lock, and a query for copies. */
final class HeldTexture implements AutoCloseable {
    private final TextureSystem system;
    private final Texture texture;
    private final EventQuery copied;
    /** Null where it has none. */
    private final KeyedMutex keyedMutex;

    /** @param texture it, and the use of its device, are taken over where this returns */
    HeldTexture(TextureSystem system, Texture texture) {
        this.system = system;
        this.texture = texture;
        copied = new EventQuery(texture.device());
        try {
            keyedMutex = texture.isKeyed() ? new KeyedMutex(texture) : null;
        } catch (RuntimeException | Error e) {
            copied.close();
            throw e;
        }
    }

    Device device() {
        return texture.device();
    }

    Texture texture() {
        return texture;
    }

    /** For copies from or to it, one at a time. */
    EventQuery copied() {
        return copied;
    }

    /** Its own lock; {@code named} where it has none. */
    FrameLock lockOr(FrameLock named) {
        return keyedMutex != null ? FrameLock.keyed(keyedMutex) : named;
    }

    @Override
    public void close() {
        copied.close();
        if (keyedMutex != null) {
            keyedMutex.close();
        }
        texture.close();
        system.giveBack(device());
    }
}
