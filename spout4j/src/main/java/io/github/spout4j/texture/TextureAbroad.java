package io.github.spout4j.texture;

import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.Texture;

/** A shared texture of ours, opened on the device of a user whose textures are sent. */
final class TextureAbroad implements AutoCloseable {
    private final SharedTexture home;
    private final Device device;
    private final Texture texture;
    private final EventQuery copied;

    TextureAbroad(TextureSystem system, SharedTexture home, Device visited) {
        this.home = home;
        device = visited.again();
        Texture opened = null;
        try {
            opened = system.openOn(device, home);
            copied = new EventQuery(device);
        } catch (RuntimeException | Error e) {
            if (opened != null) {
                opened.close();
            }
            device.close();
            throw e;
        }
        texture = opened;
    }

    boolean isOf(SharedTexture texture, Device visited) {
        return home == texture && device.address() == visited.address();
    }

    Texture texture() {
        return texture;
    }

    EventQuery copied() {
        return copied;
    }

    @Override
    public void close() {
        copied.close();
        texture.close();
        device.close();
    }
}
