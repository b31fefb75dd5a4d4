package io.github.spout4j.benchmarks;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import java.lang.foreign.MemorySegment;

/** The Direct3D calls for a frame that nobody can do without, on a device of their own. */
final class BareTextures implements AutoCloseable {
    private final Device device;
    private final Texture texture;
    private final StagingTexture up;
    private final StagingTexture down;
    private final long rowBytes;
    private final int height;

    BareTextures(Adapter adapter, int width, int height) {
        int format = PixelFormat.RGBA8.dxgiFormat();
        this.height = height;
        rowBytes = (long) width * PixelFormat.RGBA8.bytesPerPixel();
        device = Device.on(adapter);
        texture = Texture.shared(device, width, height, format, Texture.Sharing.NONE);
        up = new StagingTexture(device, width, height, format, StagingTexture.Purpose.WRITE);
        down = new StagingTexture(device, width, height, format, StagingTexture.Purpose.READ);
    }

    /** Map, copy, Unmap. */
    void upload(MemorySegment source) {
        copy(source, rowBytes, up.map(), up.rowPitch());
        up.unmap();
    }

    /** CopyResource, Map, copy, Unmap. */
    void readBack(MemorySegment target) {
        device.copy(texture, down.texture(), null);
        copy(down.map(), down.rowPitch(), target, rowBytes);
        down.unmap();
    }

    private void copy(MemorySegment source, long sourcePitch, MemorySegment target, long targetPitch) {
        if (sourcePitch == targetPitch) {
            MemorySegment.copy(source, 0, target, 0, rowBytes * height);
            return;
        }
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(source, y * sourcePitch, target, y * targetPitch, rowBytes);
        }
    }

    @Override
    public void close() {
        down.close();
        up.close();
        texture.close();
        device.close();
    }
}
