package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.KeyedMutex;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.d3d11.TextureStrips;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.Optional;

/** A sender's texture, opened here. Its shape is Direct3D's word, not the sender's. */
final class OpenedTexture implements AutoCloseable {
    private final TextureSystem system;
    private final Device device;
    private final Texture texture;
    private final int shareHandle;
    private final FrameShape shape;
    private final KeyedMutex keyedMutex;
    private final FrameLock lock;
    private final EventQuery copied;

    /** Takes over the texture, and the use of the device. */
    private OpenedTexture(TextureSystem system, Device device, Texture texture, int shareHandle, FrameShape shape,
            AccessMutex access) {
        this.system = system;
        this.device = device;
        this.texture = texture;
        this.shareHandle = shareHandle;
        this.shape = shape;
        copied = new EventQuery(device);
        try {
            keyedMutex = texture.isKeyed() ? new KeyedMutex(texture) : null;
        } catch (RuntimeException | Error e) {
            copied.close();
            throw e;
        }
        lock = keyedMutex != null ? FrameLock.keyed(keyedMutex) : FrameLock.named(access);
    }

    /**
     * Opens what a sender publishes.
     *
     * @param access the sender's named mutex, for textures without a lock of their own
     * @throws UnopenedTextureException where no adapter opens it, or it is no texture that Spout can share
     */
    static OpenedTexture open(TextureSystem system, SenderName sender, int shareHandle, Optional<Adapter> preferred,
            AccessMutex access) {
        return system.open("the sender \"" + sender + "\"", shareHandle, preferred,
                (device, texture) -> new OpenedTexture(system, device, texture, shareHandle, shape(sender, texture),
                        access));
    }

    private static FrameShape shape(SenderName sender, Texture texture) {
        if (!texture.isPlain()) {
            throw new UnopenedTextureException("the sender \"" + sender
                    + "\" shares a texture with several mip levels, slices or samples, which Spout cannot copy");
        }
        PixelFormat format = PixelFormat.ofDxgiFormat(texture.format())
                .orElseThrow(() -> new UnopenedTextureException("the sender \"" + sender + "\" sends "
                        + DxgiFormat.describe(texture.format())
                        + ", which this receiver cannot read: change the sender's format"));
        return new FrameShape(texture.width(), texture.height(), format);
    }

    int shareHandle() {
        return shareHandle;
    }

    FrameShape shape() {
        return shape;
    }

    FrameLock lock() {
        return lock;
    }

    Device device() {
        return device;
    }

    /** The DXGI_FORMAT of what is copied. */
    int format() {
        return texture.format();
    }

    /**
     * Copies it, and waits until the GPU has done so; for who owns the lock.
     *
     * @throws SpoutException where the GPU hangs
     */
    void copyTo(Texture target) {
        device.copy(texture, target, copied);
        awaitCopy();
    }

    /** As {@link #copyTo}, but some strips alone. */
    void copyStripsTo(TextureStrips strips, Texture target) {
        strips.copy(texture, target, copied);
        awaitCopy();
    }

    private void awaitCopy() {
        if (!copied.await(EventQuery.HANGS_MILLIS)) {
            throw new SpoutException("the graphics adapter " + device.adapter().name()
                    + " did not copy a received frame within " + EventQuery.HANGS_MILLIS + " ms");
        }
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
