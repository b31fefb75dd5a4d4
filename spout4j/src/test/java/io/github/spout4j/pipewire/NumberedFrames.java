package io.github.spout4j.pipewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Frames of noise whose first three bytes are their number. Neighbours differ everywhere, so that parts of two show. At least three bytes each.
 */
final class NumberedFrames {
    private static final int NUMBER_BYTES = 3;
    private static final int DIFFERENT = 5;

    private final PixelFormat format;
    private final int width;
    private final int height;
    private final byte[][] noise = new byte[DIFFERENT][];

    NumberedFrames(PixelFormat format, int width, int height) {
        this.format = format;
        this.width = width;
        this.height = height;
        for (int i = 0; i < DIFFERENT; i++) {
            noise[i] = new byte[width * height * format.bytesPerPixel()];
            new SplittableRandom(31L * i + format.ordinal()).nextBytes(noise[i]);
        }
    }

    PixelFormat format() {
        return format;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Without gaps. */
    byte[] frame(int number) {
        byte[] frame = noise[number % DIFFERENT].clone();
        for (int i = 0; i < NUMBER_BYTES; i++) {
            frame[i] = (byte) (number >> Byte.SIZE * i);
        }
        return frame;
    }

    /** Which it is, after every byte was compared. */
    int number(SpoutFrame frame) {
        assertThat(frame.format()).isEqualTo(format);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        return number(rows(frame));
    }

    /** The pixels without gaps. */
    static byte[] rows(SpoutFrame frame) {
        int row = frame.width() * frame.format().bytesPerPixel();
        byte[] rows = new byte[row * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            MemorySegment.copy(frame.pixels(), ValueLayout.JAVA_BYTE, y * frame.rowPitch(), rows, y * row, row);
        }
        return rows;
    }

    /** As {@link #number(SpoutFrame)}, of bytes without gaps. */
    int number(byte[] frame) {
        int number = 0;
        for (int i = 0; i < NUMBER_BYTES; i++) {
            number |= (frame[i] & 0xFF) << Byte.SIZE * i;
        }
        byte[] whole = frame(number);
        int different = Arrays.mismatch(frame, whole);
        if (different >= 0) {
            int pixel = different / format.bytesPerPixel();
            throw new AssertionError("frame " + number + " has " + frame.length + " bytes of " + whole.length
                    + " and is different from (" + pixel % width + ", " + pixel / width + ") on");
        }
        return number;
    }
}
