package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/**
 * One format's pixels as floats, red, green, blue and alpha of each, and back: the way between two formats that have no
 * shorter one. At most {@link #MOST} pixels at a time, few enough to stay in the first level cache. One thread at a time.
 */
abstract class RowCodec {
    static final int MOST = 512;
    static final int CHANNELS = 4;

    static RowCodec of(PixelFormat format) {
        return switch (Encoding.of(format, 0)) {
            case UNORM8 -> format.channels() < 3 ? new ByteCodec(format) : new QuadCodec(format);
            case SNORM8 -> new ByteCodec(format);
            case UNORM16, SNORM16, HALF -> new ShortCodec(format);
            case FLOAT -> new FloatCodec(format);
            case UNORM10 -> new TenBitCodec();
            case FLOAT11 -> new SmallFloatCodec();
            default -> throw new AssertionError(format);
        };
    }

    /** Reads pixels that are there. */
    abstract void read(MemorySegment source, long from, float[] rgba, int pixels);

    /** Writes pixels to where there is room; {@code rgba} is any after that. */
    abstract void write(float[] rgba, MemorySegment target, long to, int pixels);

    /** Numbers that follow each other without a gap are brought to where the pixels' channels are. */
    static void spread(float[] rgba, int channels, int pixels) {
        for (int i = pixels - 1; i >= 0; i--) {
            float red = rgba[channels * i];
            float green = rgba[channels * i + 1];
            rgba[CHANNELS * i] = red;
            rgba[CHANNELS * i + 1] = channels == 1 ? 0 : green;
            rgba[CHANNELS * i + 2] = 0;
            rgba[CHANNELS * i + 3] = 1;
        }
    }

    /** The opposite of {@link #spread}. */
    static void gather(float[] rgba, int channels, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < channels; channel++) {
                rgba[channels * i + channel] = rgba[CHANNELS * i + channel];
            }
        }
    }
}
