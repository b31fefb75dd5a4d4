package io.github.spout4j.texture;

import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.UserTexture;
import io.github.spout4j.transport.FrameShape;

/**
 * Users' textures that are sent by their addresses. Each is looked at anew, as another one may have its address; only the device is kept
 * from one to the next. One thread at a time; nothing is made for a texture of the last one's device, size and format.
 */
final class SentTextures implements AutoCloseable {
    private final UserTexture texture = new UserTexture();
    private final ForeignShape shape = new ForeignShape();
    /** Of the last one that was on none of ours; null where there is none. */
    private Device visited;

    /** The texture that is sent now. */
    void look(long address) {
        texture.look(address);
    }

    /** @throws IllegalArgumentException where Spout's textures are others */
    FrameShape shape() {
        return shape.of(texture.width(), texture.height(), texture.format(), texture.isPlain());
    }

    /** The texture's device, as long as it is open here: {@code ours} where it is that one. */
    Device device(Device ours) {
        if (texture.isOn(ours)) {
            return ours;
        }
        if (visited == null || visited.isLost() || !texture.isOn(visited)) {
            close();
            visited = texture.openDevice();
        }
        return visited;
    }

    @Override
    public void close() {
        if (visited != null) {
            visited.close();
            visited = null;
        }
    }
}
