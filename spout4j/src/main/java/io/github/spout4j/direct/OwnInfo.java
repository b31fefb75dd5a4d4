package io.github.spout4j.direct;

import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.transport.FrameShape;

/** What senders of this process publish about themselves. */
final class OwnInfo {
    private static final String PROGRAM = ProcessHandle.current().info().command().orElse("java");

    private OwnInfo() {}

    static SharedTextureInfo ofMemory(FrameShape shape) {
        return SharedTextureInfo.ofMemory(shape.width(), shape.height(), format(shape), PROGRAM);
    }

    static SharedTextureInfo ofTexture(FrameShape shape, int shareHandle) {
        return SharedTextureInfo.ofTexture(shareHandle, shape.width(), shape.height(), format(shape), PROGRAM);
    }

    private static DxgiFormat format(FrameShape shape) {
        return DxgiFormat.of(shape.format().dxgiFormat()).orElseThrow();
    }
}
