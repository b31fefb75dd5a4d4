package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/** RGB10A2. */
final class TenBitCodec extends RowCodec {
    private static final int MASK = 0x3FF;

    private final int[] packed = new int[MOST];

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        MemorySegment.copy(source, PixelCopy.PIXEL, from, packed, 0, pixels);
        unpack(packed, rgba, pixels);
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        pack(rgba, packed, pixels);
        MemorySegment.copy(packed, 0, target, PixelCopy.PIXEL, to, pixels);
    }

    private static void unpack(int[] packed, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int pixel = packed[i];
            rgba[CHANNELS * i] = (pixel & MASK) / 1023f;
            rgba[CHANNELS * i + 1] = (pixel >>> 10 & MASK) / 1023f;
            rgba[CHANNELS * i + 2] = (pixel >>> 20 & MASK) / 1023f;
            rgba[CHANNELS * i + 3] = (pixel >>> 30) / 3f;
        }
    }

    private static void pack(float[] rgba, int[] packed, int pixels) {
        for (int i = 0; i < pixels; i++) {
            packed[i] = Encoding.wideUnorm(rgba[CHANNELS * i], 1023)
                    | Encoding.wideUnorm(rgba[CHANNELS * i + 1], 1023) << 10
                    | Encoding.wideUnorm(rgba[CHANNELS * i + 2], 1023) << 20
                    | Encoding.unorm(rgba[CHANNELS * i + 3], 3) << 30;
        }
    }
}
