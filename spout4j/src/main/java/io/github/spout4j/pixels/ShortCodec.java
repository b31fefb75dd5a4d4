package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Channels of 16 bits each that begin with red. */
final class ShortCodec extends RowCodec {
    private final int channels;
    private final Encoding encoding;
    private final short[] shorts;

    ShortCodec(PixelFormat format) {
        channels = format.channels();
        encoding = Encoding.of(format, 0);
        shorts = new short[MOST * channels];
    }

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        int count = pixels * channels;
        MemorySegment.copy(source, PixelCopy.SHORT, from, shorts, 0, count);
        switch (encoding) {
            case HALF -> fromHalf(shorts, rgba, count);
            case UNORM16 -> fromUnorm(shorts, rgba, count);
            default -> fromSnorm(shorts, rgba, count);
        }
        if (channels < CHANNELS) {
            spread(rgba, channels, pixels);
        }
    }

    @Override
    void write(float[] rgba, MemorySegment target, long to, int pixels) {
        int count = pixels * channels;
        if (channels < CHANNELS) {
            gather(rgba, channels, pixels);
        }
        switch (encoding) {
            case HALF -> toHalf(rgba, shorts, count);
            case UNORM16 -> toUnorm(rgba, shorts, count);
            default -> toSnorm(rgba, shorts, count);
        }
        MemorySegment.copy(shorts, 0, target, PixelCopy.SHORT, to, count);
    }

    private static void fromHalf(short[] shorts, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.float16ToFloat(shorts[i]);
        }
    }

    private static void toHalf(float[] numbers, short[] shorts, int count) {
        for (int i = 0; i < count; i++) {
            shorts[i] = Float.floatToFloat16(numbers[i]);
        }
    }

    private static void fromUnorm(short[] shorts, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = (shorts[i] & 0xFFFF) / 65535f;
        }
    }

    private static void toUnorm(float[] numbers, short[] shorts, int count) {
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) Encoding.wideUnorm(numbers[i], 65535);
        }
    }

    private static void fromSnorm(short[] shorts, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Math.max(shorts[i] / 32767f, -1);
        }
    }

    private static void toSnorm(float[] numbers, short[] shorts, int count) {
        for (int i = 0; i < count; i++) {
            shorts[i] = (short) Encoding.snorm(numbers[i], 32767);
        }
    }
}
