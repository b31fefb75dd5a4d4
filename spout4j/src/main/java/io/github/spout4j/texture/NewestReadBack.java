package io.github.spout4j.texture;

import io.github.spout4j.d3d11.StagingTexture;
import java.lang.foreign.MemorySegment;

/** Gives the frame that was just fetched: it is copied straight to where the CPU reads it. */
final class NewestReadBack implements ReadBack {
    private final OpenedTexture source;
    private final StagingTexture staging;
    private long number;
    private boolean pending;
    private MemorySegment pixels;

    NewestReadBack(OpenedTexture source) {
        this.source = source;
        staging = new StagingTexture(source.device(), source.shape().width(), source.shape().height(), source.format(),
                StagingTexture.Purpose.READ);
    }

    @Override
    public void fetch(long newNumber) {
        pending = false;
        source.copyTo(staging.texture());
        number = newNumber;
        pending = true;
    }

    @Override
    public boolean isPending() {
        return pending;
    }

    @Override
    public void awaitPending(long timeoutMillis) {
        // it can be given at once
    }

    @Override
    public boolean give() {
        if (!pending) {
            return false;
        }
        pixels = staging.map();
        pending = false;
        return true;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public MemorySegment pixels() {
        return pixels;
    }

    @Override
    public long rowPitch() {
        return staging.rowPitch();
    }

    @Override
    public void end() {
        staging.unmap();
    }

    @Override
    public void giveBack() {
        end();
        pending = true;
    }

    @Override
    public void close() {
        staging.close();
    }
}
