package io.github.spout4j.texture;

import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.pixels.PixelDifference;
import java.lang.foreign.MemorySegment;

/** All of a sender's texture, read back, and mapped until it is fetched anew. One thread at a time. */
final class WholeSample implements AutoCloseable {
    private final OpenedTexture source;
    private final StagingTexture staging;
    private MemorySegment pixels;

    WholeSample(OpenedTexture source) {
        this.source = source;
        staging = new StagingTexture(source.device(), source.shape().width(), source.shape().height(), source.format(),
                StagingTexture.Purpose.READ);
    }

    /** Reads the pixels as they are now, and waits for the GPU; for who owns the sender's lock. */
    void fetch() {
        staging.unmap();
        source.copyTo(staging.texture());
        pixels = staging.map();
    }

    MemorySegment pixels() {
        return pixels;
    }

    long rowPitch() {
        return staging.rowPitch();
    }

    boolean sameAs(WholeSample other) {
        return PixelDifference.same(pixels, rowPitch(), other.pixels, other.rowPitch(), source.shape().rowBytes(),
                source.shape().height());
    }

    boolean isBlank() {
        return PixelDifference.isBlank(pixels, rowPitch(), source.shape().rowBytes(), source.shape().height());
    }

    @Override
    public void close() {
        staging.close();
    }
}
