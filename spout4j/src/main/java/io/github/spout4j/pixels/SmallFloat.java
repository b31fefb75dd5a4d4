package io.github.spout4j.pixels;

/** Floats without a sign of 5 bits of exponent, as half floats have, and fewer of mantissa. */
final class SmallFloat {
    private static final int HALF_MANTISSA = 10;
    private static final int FLOAT_MANTISSA = 23;
    private static final int EXPONENTS = 31;
    private static final float SMALLEST_NORMAL = 0x1p-14f;

    private SmallFloat() {}

    static float number(int bits, int mantissaBits) {
        return Float.float16ToFloat((short) (bits << HALF_MANTISSA - mantissaBits));
    }

    /** The nearest, of two the even one; below 0 it is 0, and what is finite stays so. */
    static int bits(float number, int mantissaBits) {
        int infinity = EXPONENTS << mantissaBits;
        if (Float.isNaN(number)) {
            return infinity | 1 << mantissaBits - 1;
        }
        if (!(number > 0)) {
            return 0;
        }
        if (number == Float.POSITIVE_INFINITY) {
            return infinity;
        }
        if (number < SMALLEST_NORMAL) {
            return (int) Math.rint(number * (double) (1 << 14 + mantissaBits));
        }
        int dropped = FLOAT_MANTISSA - mantissaBits;
        int raw = Float.floatToRawIntBits(number) - (Float.floatToRawIntBits(SMALLEST_NORMAL) - (1 << FLOAT_MANTISSA));
        int odd = raw >>> dropped & 1;
        return (int) Math.min(infinity - 1L, (raw + (1L << dropped - 1) - 1 + odd) >>> dropped);
    }
}
