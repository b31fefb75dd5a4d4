package io.github.spout4j.cli.bench;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.SenderTexts;

/** Frames that are measured. */
record BenchCase(FrameSize size, PixelFormat format, Transport transport) {
    @Override
    public String toString() {
        return size + " " + format + " by " + SenderTexts.transport(transport);
    }
}
