package io.github.spout4j.texture;

import io.github.spout4j.d3d11.TextureRows;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.pixels.PixelDifference;
import io.github.spout4j.pixels.SampledRows;
import java.lang.foreign.MemorySegment;

/** Some rows of a sender's texture, read back: enough to see most changes, at a small part of the cost. One thread at a time. */
final class RowSample implements AutoCloseable {
    private final OpenedTexture source;
    private final SampledRows rows;
    private final TextureRows copy;
    private final StagingTexture staging;
    private MemorySegment pixels;

    RowSample(OpenedTexture source) {
        this.source = source;
        rows = new SampledRows(source.shape().height());
        int[] numbers = new int[rows.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.row(i);
        }
        copy = new TextureRows(source.shape().width(), numbers);
        staging = new StagingTexture(source.device(), source.shape().width(), rows.count(), source.format(),
                StagingTexture.Purpose.READ);
    }

    /** Reads the rows as they are now, and waits for the GPU; for who owns the sender's lock. */
    void fetch() {
        staging.unmap();
        source.copyRowsTo(copy, staging.texture());
        pixels = staging.map();
    }

    boolean sameAs(RowSample other) {
        return PixelDifference.same(pixels, staging.rowPitch(), other.pixels, other.staging.rowPitch(),
                source.shape().rowBytes(), rows.count());
    }

    boolean sameAs(WholeSample whole) {
        for (int i = 0; i < rows.count(); i++) {
            if (!PixelDifference.sameRow(pixels, i * staging.rowPitch(), whole.pixels(), rows.row(i) * whole.rowPitch(),
                    source.shape().rowBytes())) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        return PixelDifference.isBlank(pixels, staging.rowPitch(), source.shape().rowBytes(), rows.count());
    }

    @Override
    public void close() {
        staging.close();
    }
}
