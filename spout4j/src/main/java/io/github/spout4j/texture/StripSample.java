package io.github.spout4j.texture;

import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.TextureStrips;
import io.github.spout4j.pixels.PixelDifference;
import io.github.spout4j.pixels.SampledStrips;
import java.lang.foreign.MemorySegment;

/** Some strips of a sender's texture, read back: enough to see most changes, at a small part of the cost. One thread at a time. */
final class StripSample implements AutoCloseable {
    private final OpenedTexture source;
    private final SampledStrips strips;
    private final TextureStrips copy;
    private final StagingTexture staging;
    private final int height;
    private final long pixelBytes;
    private final long stripBytes;
    private MemorySegment pixels;

    StripSample(OpenedTexture source) {
        this.source = source;
        height = source.shape().height();
        strips = new SampledStrips(source.shape().width());
        pixelBytes = source.shape().format().bytesPerPixel();
        stripBytes = strips.stripWidth() * pixelBytes;
        int[] lefts = new int[strips.count()];
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = strips.left(i);
        }
        copy = new TextureStrips(strips.stripWidth(), height, lefts);
        staging = new StagingTexture(source.device(), strips.count() * strips.stripWidth(), height, source.format(),
                StagingTexture.Purpose.READ);
    }

    /** Reads the strips as they are now, and waits for the GPU; for who owns the sender's lock. */
    void fetch() {
        staging.unmap();
        source.copyStripsTo(copy, staging.texture());
        pixels = staging.map();
    }

    boolean sameAs(StripSample other) {
        return PixelDifference.same(pixels, staging.rowPitch(), other.pixels, other.staging.rowPitch(),
                strips.count() * stripBytes, height);
    }

    boolean sameAs(WholeSample whole) {
        for (int i = 0; i < strips.count(); i++) {
            long at = i * stripBytes;
            long wholeAt = strips.left(i) * pixelBytes;
            for (int y = 0; y < height; y++) {
                if (!PixelDifference.sameRow(pixels, y * staging.rowPitch() + at, whole.pixels(),
                        y * whole.rowPitch() + wholeAt, stripBytes)) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean isBlank() {
        return PixelDifference.isBlank(pixels, staging.rowPitch(), strips.count() * stripBytes, height);
    }

    @Override
    public void close() {
        staging.close();
    }
}
