package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.d3d11.TextureStrips;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.Optional;

/** A sender's texture, opened here. Its shape is Direct3D's word, not the sender's. */
final class OpenedTexture implements AutoCloseable {
    private final HeldTexture held;
    private final int shareHandle;
    private final FrameShape shape;
    private final FrameLock lock;

    private OpenedTexture(HeldTexture held, int shareHandle, FrameShape shape, FrameLock lock) {
        this.held = held;
        this.shareHandle = shareHandle;
        this.shape = shape;
        this.lock = lock;
    }

    /**
     * Opens what a sender publishes.
     *
     * @param access the sender's named mutex, for textures without a lock of their own
     * @throws UnopenedTextureException where no adapter opens it, or it is no texture that Spout can share
     */
    static OpenedTexture open(TextureSystem system, SenderName sender, int shareHandle, Optional<Adapter> preferred,
            AccessMutex access) {
        return system.open("the sender \"" + sender + "\"", shareHandle, preferred, (_, texture) -> {
            FrameShape shape = shape(sender, texture);
            HeldTexture held = new HeldTexture(system, texture);
            return new OpenedTexture(held, shareHandle, shape, held.lockOr(FrameLock.named(access)));
        });
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
        return held.device();
    }

    /** The DXGI_FORMAT of what is copied. */
    int format() {
        return held.texture().format();
    }

    /**
     * Copies it, and waits until the GPU has done so; for who owns the lock.
     *
     * @throws SpoutException where the GPU hangs
     */
    void copyTo(Texture target) {
        held.device().copy(held.texture(), target, held.copied());
        awaitCopy();
    }

    /** As {@link #copyTo}, but some strips alone. */
    void copyStripsTo(TextureStrips strips, Texture target) {
        strips.copy(held.texture(), target, held.copied());
        awaitCopy();
    }

    private void awaitCopy() {
        if (!held.copied().await(EventQuery.HANGS_MILLIS)) {
            throw new SpoutException("the graphics adapter " + held.device().adapter().name()
                    + " did not copy a received frame within " + EventQuery.HANGS_MILLIS + " ms");
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
