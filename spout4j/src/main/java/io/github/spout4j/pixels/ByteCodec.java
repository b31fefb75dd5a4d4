package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Channels of one byte each that begin with red. */
final class ByteCodec extends RowCodec {
    /** The 256 numbers: looking them up is faster than dividing. */
    static final float[] UNORM = new float[1 << Byte.SIZE];

    static {
        for (int i = 0; i < UNORM.length; i++) {
            UNORM[i] = Encoding.UNORM8.number(i);
        }
    }

    private final int channels;
    private final boolean signed;
    private final byte[] bytes;

    ByteCodec(PixelFormat format) {
        channels = format.channels();
        signed = format.numbers() == PixelFormat.Numbers.SNORM;
        bytes = new byte[MOST * channels];
    }

    @Override
    void read(MemorySegment source, long from, float[] rgba, int pixels) {
        int count = pixels * channels;
        MemorySegment.copy(source, JAVA_BYTE, from, bytes, 0, count);
        if (signed) {
            fromSnorm(bytes, rgba, count);
        } else {
            fromUnorm(bytes, rgba, count);
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
        if (signed) {
            toSnorm(rgba, bytes, count);
        } else {
            toUnorm(rgba, bytes, count);
        }
        MemorySegment.copy(bytes, 0, target, JAVA_BYTE, to, count);
    }

    private static void fromUnorm(byte[] bytes, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = UNORM[bytes[i] & 0xFF];
        }
    }

    private static void toUnorm(float[] numbers, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) Encoding.unorm(numbers[i], 255);
        }
    }

    private static void fromSnorm(byte[] bytes, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Math.max(bytes[i] / 127f, -1);
        }
    }

    private static void toSnorm(float[] numbers, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) Encoding.snorm(numbers[i], 127);
        }
    }
}
