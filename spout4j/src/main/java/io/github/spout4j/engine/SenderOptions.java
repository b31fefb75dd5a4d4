package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.Optional;

/**
 * What a user asked a sender for.
 *
 * @param alpha      what its frames carry
 * @param transport  the only one to be used; empty for the best that works
 * @param adapter    where the texture is to be; empty for the usual one
 * @param alsoMemory whether memory share is to go beside a texture, under a name of its own
 * @param camera     whether it is shown as a camera to the system's programs
 * @param activated  whether it becomes the active sender
 */
public record SenderOptions(SenderName name, FrameShape shape, Alpha alpha, Optional<Transport> transport,
        Optional<Adapter> adapter,
        Texture.Sharing sharing, boolean alsoMemory, boolean camera, boolean activated) {
    /** The same for another sender. */
    public SenderOptions as(SenderName newName, FrameShape newShape, Transport only, boolean active) {
        return new SenderOptions(newName, newShape, alpha, Optional.of(only), adapter, sharing, alsoMemory, camera,
                active);
    }

    /**
     * For engines that cannot show cameras.
     *
     * @param engine as users know it
     * @throws SpoutException where one was asked for
     */
    public void requireNoCamera(String engine) {
        if (camera) {
            throw new SpoutException("the sender \"" + name + "\" asks to be shown as a camera, which the engine \""
                    + engine + "\" cannot; open Spout with the engine \"pipewire\", on Linux");
        }
    }
}
