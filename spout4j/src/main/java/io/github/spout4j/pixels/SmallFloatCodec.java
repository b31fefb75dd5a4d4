package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/** R11G11B10F. */
final class SmallFloatCodec extends RowCodec {
    private static final int MASK11 = 0x7FF;

    private final int[] packed = new int[MOST];

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        MemorySegment.copy(source, PixelCopy.PIXEL, from, packed, 0, pixels);
        for (int i = 0; i < pixels; i++) {
            int pixel = packed[i];
            rgba[CHANNELS * i] = SmallFloat.number(pixel & MASK11, 6);
            rgba[CHANNELS * i + 1] = SmallFloat.number(pixel >>> 11 & MASK11, 6);
            rgba[CHANNELS * i + 2] = SmallFloat.number(pixel >>> 22, 5);
            rgba[CHANNELS * i + 3] = 1;
        }
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            packed[i] = SmallFloat.bits(rgba[CHANNELS * i], 6) | SmallFloat.bits(rgba[CHANNELS * i + 1], 6) << 11
                    | SmallFloat.bits(rgba[CHANNELS * i + 2], 5) << 22;
        }
        MemorySegment.copy(packed, 0, target, PixelCopy.PIXEL, to, pixels);
    }
}
