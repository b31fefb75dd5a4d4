package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelFormat.Numbers;
import java.lang.foreign.MemorySegment;

/** A pixel's channels as numbers, by what the formats are defined to be: slow and plainly right. */
final class NaiveNumbers {
    private static final int ALPHA = 3;

    private NaiveNumbers() {}

    static float read(MemorySegment memory, long at, PixelFormat format, int channel) {
        int bits = format.bits(channel);
        if (bits == 0) {
            return channel == ALPHA ? 1 : 0;
        }
        long value = 0;
        for (int i = last(format, channel); i >= first(format, channel); i--) {
            value = value << 8 | memory.get(JAVA_BYTE, at + i) & 0xFF;
        }
        return decode(format.numbers(), bits, value >> format.shift(channel) % 8 & (1L << bits) - 1);
    }

    /** Bits that no channel has become 1. */
    static void write(MemorySegment memory, long at, PixelFormat format, float[] rgba) {
        for (int i = 0; i < format.bytesPerPixel(); i++) {
            memory.set(JAVA_BYTE, at + i, (byte) 0xFF);
        }
        for (int channel = 0; channel < 4; channel++) {
            int bits = format.bits(channel);
            if (bits != 0) {
                long mask = (1L << bits) - 1 << format.shift(channel) % 8;
                long value = encode(format.numbers(), bits, rgba[channel]) << format.shift(channel) % 8;
                for (int i = first(format, channel); i <= last(format, channel); i++) {
                    int old = memory.get(JAVA_BYTE, at + i);
                    memory.set(JAVA_BYTE, at + i, (byte) (old & ~mask | value));
                    mask >>= 8;
                    value >>= 8;
                }
            }
        }
    }

    private static int first(PixelFormat format, int channel) {
        return format.shift(channel) / 8;
    }

    private static int last(PixelFormat format, int channel) {
        return (format.shift(channel) + format.bits(channel) - 1) / 8;
    }

    static float decode(Numbers numbers, int bits, long value) {
        return switch (numbers) {
            case UNORM -> (float) (value / (Math.pow(2, bits) - 1));
            case SNORM -> {
                long signed = value << 64 - bits >> 64 - bits;
                yield (float) Math.max(-1, signed / (Math.pow(2, bits - 1) - 1));
            }
            case FLOAT -> switch (bits) {
                case 32 -> Float.intBitsToFloat((int) value);
                case 16 -> Float.float16ToFloat((short) value);
                default -> small(bits, (int) value);
            };
        };
    }

    static long encode(Numbers numbers, int bits, float number) {
        return switch (numbers) {
            case UNORM -> {
                int largest = (1 << bits) - 1;
                float clamped = Float.isNaN(number) ? 0 : Math.clamp(number, 0f, 1f);
                yield bits <= 8 ? (long) (clamped * largest + 0.5f) : (long) ((double) clamped * largest + 0.5);
            }
            case SNORM -> {
                int largest = (1 << bits - 1) - 1;
                double clamped = Float.isNaN(number) ? 0 : Math.clamp(number, -1f, 1f);
                double scaled = clamped * largest;
                yield (long) (scaled < 0 ? scaled - 0.5f : scaled + 0.5f) & (1L << bits) - 1;
            }
            case FLOAT -> switch (bits) {
                case 32 -> Integer.toUnsignedLong(Float.floatToRawIntBits(number));
                case 16 -> Short.toUnsignedLong(Float.floatToFloat16(number));
                default -> small(bits, number);
            };
        };
    }

    /** 5 bits of exponent, the rest mantissa, no sign. */
    private static float small(int bits, int value) {
        int mantissaBits = bits - 5;
        int exponent = value >> mantissaBits;
        int fraction = value & (1 << mantissaBits) - 1;
        double mantissa = fraction / (double) (1 << mantissaBits);
        if (exponent == 31) {
            return fraction == 0
                    ? Float.POSITIVE_INFINITY
                    : Float.intBitsToFloat(0x7FC00000 | fraction << 23 - mantissaBits);
        }
        return (float) (exponent == 0 ? mantissa * 0x1p-14 : (1 + mantissa) * Math.pow(2, exponent - 15));
    }

    private static long small(int bits, float number) {
        int infinity = 31 << bits - 5;
        if (Float.isNaN(number)) {
            return infinity + (1 << bits - 6);
        }
        if (number == Float.POSITIVE_INFINITY) {
            return infinity;
        }
        int below = 0;
        int above = infinity - 1;
        if (number <= 0) {
            return below;
        }
        if (number >= small(bits, above)) {
            return above;
        }
        while (above - below > 1) {
            int middle = (below + above) / 2;
            if (small(bits, middle) <= number) {
                below = middle;
            } else {
                above = middle;
            }
        }
        double toBelow = (double) number - small(bits, below);
        double toAbove = (double) small(bits, above) - number;
        return toBelow < toAbove || toBelow == toAbove && below % 2 == 0 ? below : above;
    }
}
