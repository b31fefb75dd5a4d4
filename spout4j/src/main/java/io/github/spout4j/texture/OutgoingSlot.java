package io.github.spout4j.texture;

import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.transport.FrameShape;

/** One frame on its way to the shared texture: the staging texture that it is written to, and where it goes. */
final class OutgoingSlot {
    private final StagingTexture.Purpose purpose;
    private StagingTexture staging;
    private SharedTexture target;
    private long number;

    OutgoingSlot(StagingTexture.Purpose purpose) {
        this.purpose = purpose;
    }

    /** A staging texture that fits {@code newTarget}. */
    StagingTexture stagingFor(SharedTexture newTarget) {
        if (target != newTarget) {
            clear();
            FrameShape shape = newTarget.shape();
            staging = new StagingTexture(newTarget.device(), shape.width(), shape.height(),
                    shape.format().dxgiFormat(), purpose);
            target = newTarget;
        }
        return staging;
    }

    void number(long newNumber) {
        number = newNumber;
    }

    long number() {
        return number;
    }

    StagingTexture staging() {
        return staging;
    }

    SharedTexture target() {
        return target;
    }

    void clear() {
        if (staging != null) {
            staging.close();
            staging = null;
            target = null;
        }
    }
}
