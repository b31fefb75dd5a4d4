package io.github.spout4j.sdk;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.EventQuery;
import io.github.spout4j.d3d11.RowCopy;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMutex;

/** A shared texture under {@code NAME_SpoutAccessMutex}, as senders of the SDK have it: B8G8R8A8, no keyed mutex. */
final class TextureCanvas implements Canvas {
    private static final int BGRA = 87;
    private static final int GL_DX = 1 << 30;

    private final Device device;
    private final int shareHandle;
    private final Texture texture;
    private final StagingTexture[] painted = new StagingTexture[SLOTS];
    private final EventQuery landed;
    private final NamedMutex mutex;

    TextureCanvas(Device device, SharedHandles handles, KernelObjects objects, String name, int width, int height) {
        this.device = device;
        texture = Texture.shared(device, width, height, BGRA, Texture.Sharing.PLAIN);
        shareHandle = (int) handles.handleOf(texture);
        for (int slot = 0; slot < SLOTS; slot++) {
            painted[slot] = new StagingTexture(device, width, height, BGRA, StagingTexture.Purpose.WRITE);
        }
        landed = new EventQuery(device);
        mutex = objects.createMutex(name + "_SpoutAccessMutex");
    }

    @Override
    public int width() {
        return texture.width();
    }

    @Override
    public int height() {
        return texture.height();
    }

    @Override
    public int shareHandle() {
        return shareHandle;
    }

    @Override
    public int format() {
        return BGRA;
    }

    @Override
    public int partnerId() {
        return GL_DX;
    }

    @Override
    public NamedMutex lock() {
        return mutex;
    }

    @Override
    public void paint(int slot, int number, Change change) {
        StagingTexture staging = painted[slot];
        NumberedPicture.paint(staging.map(), staging.rowPitch(), width(), height(), PixelFormat.BGRA8, number, change);
        staging.unmap();
    }

    @Override
    public void land(int slot, int fromRow, int toRow) {
        RowCopy.begin(device, painted[slot].texture(), texture, fromRow, toRow, landed);
        long deadline = System.nanoTime() + EventQuery.HANGS_MILLIS * 1_000_000;
        while (!landed.isOver()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the GPU does not copy");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        landed.close();
        for (StagingTexture staging : painted) {
            staging.close();
        }
        texture.close();
        mutex.close();
    }
}
