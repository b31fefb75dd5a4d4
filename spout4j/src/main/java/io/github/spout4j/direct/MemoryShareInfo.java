package io.github.spout4j.direct;

import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.transport.FrameShape;

/** What a memory share sender of this process publishes. */
final class MemoryShareInfo {
    private static final String PROGRAM = ProcessHandle.current().info().command().orElse("java");

    private MemoryShareInfo() {}

    static SharedTextureInfo of(FrameShape shape) {
        return SharedTextureInfo.ofMemory(shape.width(), shape.height(),
                DxgiFormat.of(shape.format().dxgiFormat()).orElseThrow(), PROGRAM);
    }
}
