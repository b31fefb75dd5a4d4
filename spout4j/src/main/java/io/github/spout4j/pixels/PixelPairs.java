package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/**
 * Loops over pixels of four bytes from native memory to native memory, two pixels in a long. C2 of JDK 25 cannot know that the two
 * segments do not overlap, so it makes no vectors of the rounds of a loop. It makes one of 32 bytes, or two of 16, of the four longs
 * that one round reads before it writes any, as long as a round is so small that it is unrolled at all (LoopUnrollLimit); thus
 * three loops, of constants, instead of one with masks. Both segments are always native, as {@link Swizzle} says.
 */
enum PixelPairs {
    /** The first and the third byte of each pixel change places. */
    SWAP {
        @Override
        void copy(MemorySegment source, long from, MemorySegment target, long to, int pixels) {
            int rounds = pixels / IN_A_ROUND;
            for (int i = 0; i < rounds; i++) {
                long in = from + 32L * i;
                long out = to + 32L * i;
                long first = source.get(PixelCopy.WIDE_PIXEL, in);
                long second = source.get(PixelCopy.WIDE_PIXEL, in + 8);
                long third = source.get(PixelCopy.WIDE_PIXEL, in + 16);
                long fourth = source.get(PixelCopy.WIDE_PIXEL, in + 24);
                target.set(PixelCopy.WIDE_PIXEL, out, swap(first));
                target.set(PixelCopy.WIDE_PIXEL, out + 8, swap(second));
                target.set(PixelCopy.WIDE_PIXEL, out + 16, swap(third));
                target.set(PixelCopy.WIDE_PIXEL, out + 24, swap(fourth));
            }
            for (int i = rounds * IN_A_ROUND; i < pixels; i++) {
                long pixel = source.get(PixelCopy.PIXEL, from + 4L * i);
                target.set(PixelCopy.PIXEL, to + 4L * i, (int) swap(pixel));
            }
        }
    },
    /** They do, and every alpha becomes 255. */
    SWAP_OPAQUE {
        @Override
        void copy(MemorySegment source, long from, MemorySegment target, long to, int pixels) {
            int rounds = pixels / IN_A_ROUND;
            for (int i = 0; i < rounds; i++) {
                long in = from + 32L * i;
                long out = to + 32L * i;
                long first = source.get(PixelCopy.WIDE_PIXEL, in);
                long second = source.get(PixelCopy.WIDE_PIXEL, in + 8);
                long third = source.get(PixelCopy.WIDE_PIXEL, in + 16);
                long fourth = source.get(PixelCopy.WIDE_PIXEL, in + 24);
                target.set(PixelCopy.WIDE_PIXEL, out, swap(first) | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 8, swap(second) | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 16, swap(third) | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 24, swap(fourth) | ALPHA);
            }
            for (int i = rounds * IN_A_ROUND; i < pixels; i++) {
                long pixel = source.get(PixelCopy.PIXEL, from + 4L * i);
                target.set(PixelCopy.PIXEL, to + 4L * i, (int) (swap(pixel) | ALPHA));
            }
        }
    },
    /** Every alpha becomes 255. */
    OPAQUE {
        @Override
        void copy(MemorySegment source, long from, MemorySegment target, long to, int pixels) {
            int rounds = pixels / IN_A_ROUND;
            for (int i = 0; i < rounds; i++) {
                long in = from + 32L * i;
                long out = to + 32L * i;
                long first = source.get(PixelCopy.WIDE_PIXEL, in);
                long second = source.get(PixelCopy.WIDE_PIXEL, in + 8);
                long third = source.get(PixelCopy.WIDE_PIXEL, in + 16);
                long fourth = source.get(PixelCopy.WIDE_PIXEL, in + 24);
                target.set(PixelCopy.WIDE_PIXEL, out, first | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 8, second | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 16, third | ALPHA);
                target.set(PixelCopy.WIDE_PIXEL, out + 24, fourth | ALPHA);
            }
            for (int i = rounds * IN_A_ROUND; i < pixels; i++) {
                long pixel = source.get(PixelCopy.PIXEL, from + 4L * i);
                target.set(PixelCopy.PIXEL, to + 4L * i, (int) (pixel | ALPHA));
            }
        }
    };

    private static final int IN_A_ROUND = 8;
    private static final long OUTER = 0x000000FF_000000FFL;
    private static final long ALPHA = 0xFF000000_FF000000L;

    /** The loop that does what the way and the step do; null where there is none. */
    static PixelPairs of(Way way, AlphaStep alpha) {
        return switch (alpha) {
            case NONE -> way == Way.SWAP ? SWAP : null;
            case OPAQUE -> way == Way.SWAP ? SWAP_OPAQUE : way == Way.QUADS ? OPAQUE : null;
            case MULTIPLY, DIVIDE -> null;
        };
    }

    abstract void copy(MemorySegment source, long from, MemorySegment target, long to, int pixels);

    /** Of few operations, for the loops' size. */
    private static long swap(long pair) {
        long differing = (pair ^ pair >>> 16) & OUTER;
        return pair ^ differing ^ differing << 16;
    }
}
