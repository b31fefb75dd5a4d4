package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Channels of a float each that begin with red. */
final class FloatCodec extends RowCodec {
    private final int channels;

    FloatCodec(PixelFormat format) {
        channels = format.channels();
    }

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        MemorySegment.copy(source, PixelCopy.FLOAT, from, rgba, 0, pixels * channels);
        if (channels < CHANNELS) {
            spread(rgba, channels, pixels);
        }
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        if (channels < CHANNELS) {
            gather(rgba, channels, pixels);
        }
        MemorySegment.copy(rgba, 0, target, PixelCopy.FLOAT, to, pixels * channels);
    }
}
