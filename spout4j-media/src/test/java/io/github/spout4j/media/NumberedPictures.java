package io.github.spout4j.media;

import io.github.spout4j.SpoutFrame;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.IntStream;

/** RGBA8 pictures whose number can be read after a lossy codec: 24 squares, black or white, and below them their opposites. */
final class NumberedPictures {
    private static final int BITS = 24;
    private static final int WHITE = 0xFFE0E0E0;
    private static final int BLACK = 0xFF202020;
    private static final int RAMP = 128;

    private NumberedPictures() {}

    static void draw(SpoutFrame frame, long number) {
        int side = side(frame);
        int[] ramp = IntStream.range(0, frame.width() + RAMP).map(i -> i & RAMP - 1 | 0xFF404000).toArray();
        int[] squares = IntStream.range(0, frame.width()).map(x -> colour(number >>> Math.min(x / side, BITS - 1) & 1))
                .toArray();
        int[] opposites = Arrays.stream(squares).map(colour -> colour == WHITE ? BLACK : WHITE).toArray();
        for (int y = 0; y < frame.height(); y++) {
            int row = y / side;
            int[] pixels = row == 0 ? squares : row == 1 ? opposites : ramp;
            int from = row > 1 ? (int) (y + number * 3) & RAMP - 1 : 0;
            MemorySegment.copy(pixels, from, frame.pixels(), ValueLayout.JAVA_INT_UNALIGNED, y * frame.rowPitch(),
                    frame.width());
        }
    }

    private static int colour(long bit) {
        return bit == 1 ? WHITE : BLACK;
    }

    /** The number; -1 where it is not to be read. */
    static long read(SpoutFrame frame) {
        int side = side(frame);
        long number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            boolean above = bright(frame, bit * side + side / 2, side / 2);
            boolean below = bright(frame, bit * side + side / 2, side + side / 2);
            if (above == below) {
                return -1;
            }
            number |= above ? 1L << bit : 0;
        }
        return number;
    }

    private static boolean bright(SpoutFrame frame, int x, int y) {
        return (frame.pixels().get(ValueLayout.JAVA_BYTE, y * frame.rowPitch() + x * 4L + 1) & 0xFF) > 0x80;
    }

    private static int side(SpoutFrame frame) {
        return frame.width() / BITS;
    }
}
