package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Transport;

/** Frames that are measured. */
record BenchCase(FrameSize size, PixelFormat format, Transport transport) {
    @Override
    public String toString() {
        return size + " " + format + " by " + SenderTexts.transport(transport);
    }
}
