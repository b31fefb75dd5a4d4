package io.github.spout4j.cli.demo;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.FrameSize;
import java.lang.foreign.MemorySegment;

/** Compares every pixel of a received frame with what was sent. */
final class FrameCheck {
    private final FrameSize size;
    private int[] copy;

    FrameCheck(FrameSize size) {
        this.size = size;
    }

    /** How many pixels differ; all of them where the size does. */
    long wrongPixels(SpoutFrame frame, int[] expected) {
        if (frame.width() != size.width() || frame.height() != size.height()) {
            return expected.length;
        }
        boolean plain = frame.format() == PixelFormat.BGRA8 && frame.rowPitch() == 4L * frame.width();
        if (plain && frame.pixels().mismatch(MemorySegment.ofArray(expected)) < 0) {
            return 0;
        }
        if (copy == null) {
            copy = new int[expected.length];
        }
        frame.copyTo(MemorySegment.ofArray(copy), PixelLayout.BGRA);
        long wrong = 0;
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] != expected[i]) {
                wrong++;
            }
        }
        return wrong;
    }
}
