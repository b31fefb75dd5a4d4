package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Frames that tell whose they are, and which: the first two pixels are numbers, all others follow from them. */
record Stamped(int round, int number) implements Comparable<Stamped> {
    static final int WIDTH = 480;
    static final int HEIGHT = 360;

    static int[] argb(int round, int number) {
        int[] pixels = Pattern.argb(31 * round + number, WIDTH, HEIGHT);
        pixels[0] = round;
        pixels[1] = number;
        return pixels;
    }

    /** Fails where the frame is not whole. */
    static Stamped of(SpoutFrame frame) {
        MemorySegment pixels = frame.pixels();
        Stamped stamp = new Stamped(number(pixels, 0), number(pixels, 1));
        assertThat(frame.format()).isEqualTo(io.github.spout4j.PixelFormat.RGBA8);
        Pattern.requireSame(frame, argb(stamp.round, stamp.number), WIDTH, HEIGHT);
        return stamp;
    }

    /** 0xAARRGGBB of RGBA bytes. */
    private static int number(MemorySegment pixels, int pixel) {
        int abgr = pixels.get(ValueLayout.JAVA_INT_UNALIGNED, 4L * pixel);
        return abgr & 0xFF00FF00 | (abgr & 0xFF) << 16 | abgr >> 16 & 0xFF;
    }

    @Override
    public int compareTo(Stamped other) {
        return round != other.round ? Integer.compare(round, other.round) : Integer.compare(number, other.number);
    }
}
