package io.github.spout4j.proof.frames;

import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.nio.ByteOrder;

/**
 * Frames of four bytes a pixel: the first pixel is the frame's number, and each other one follows from that, its place and its
 * sender. A part of another frame, and a pixel that is missing or elsewhere, shows.
 */
public final class NumberedFrame {
    /** What a frame with a wrong pixel has for a number. */
    public static final int TORN = -1;

    private static final OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int STEP = 0x9E37_79B9;
    private static final int SPREAD = 0x85EB_CA6B;

    private NumberedFrame() {}

    /**
     * Fills a frame.
     *
     * @param number from 0 on
     */
    public static void write(SpoutFrame frame, int sender, int number) {
        MemorySegment pixels = frame.pixels();
        int value = number;
        for (int y = 0; y < frame.height(); y++) {
            long row = y * frame.rowPitch();
            for (int x = 0; x < frame.width(); x++) {
                pixels.set(PIXEL, row + (long) x * BYTES, value);
                value = y == 0 && x == 0 ? second(sender, number) : value + STEP;
            }
        }
    }

    /** The number of a frame of this sender with all its pixels right; else {@link #TORN}. */
    public static int read(SpoutFrame frame, int sender) {
        MemorySegment pixels = frame.pixels();
        int number = pixels.get(PIXEL, 0);
        int value = number;
        int wrong = number < 0 ? 1 : 0;
        for (int y = 0; y < frame.height(); y++) {
            long row = y * frame.rowPitch();
            for (int x = 0; x < frame.width(); x++) {
                wrong |= pixels.get(PIXEL, row + (long) x * BYTES) ^ value;
                value = y == 0 && x == 0 ? second(sender, number) : value + STEP;
            }
        }
        return wrong == 0 ? number : TORN;
    }

    private static int second(int sender, int number) {
        return Integer.rotateLeft((number * SPREAD ^ sender) * STEP, 13);
    }
}
