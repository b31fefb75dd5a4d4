package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Pixels of four bytes whose channels do not begin with bytes. */
final class PackedCodec extends RowCodec {
    private final PixelFormat format;
    private final Encoding[] encodings = new Encoding[CHANNELS];
    private final int[] packed = new int[MOST];

    PackedCodec(PixelFormat format) {
        this.format = format;
        for (int channel = 0; channel < CHANNELS; channel++) {
            encodings[channel] = Encoding.of(format, channel);
        }
    }

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        MemorySegment.copy(source, PixelCopy.PIXEL, from, packed, 0, pixels);
        for (int channel = 0; channel < CHANNELS; channel++) {
            Encoding encoding = encodings[channel];
            int shift = format.shift(channel);
            int mask = (1 << format.bits(channel)) - 1;
            for (int i = 0; i < pixels; i++) {
                rgba[CHANNELS * i + channel] = encoding.number(packed[i] >>> shift & mask);
            }
        }
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            packed[i] = 0;
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            Encoding encoding = encodings[channel];
            int shift = format.shift(channel);
            for (int i = 0; i < pixels; i++) {
                packed[i] |= encoding.bits(rgba[CHANNELS * i + channel]) << shift;
            }
        }
        MemorySegment.copy(packed, 0, target, PixelCopy.PIXEL, to, pixels);
    }
}
