package io.github.spout4j.pixels;

/** From linear RGB by sRGB's curve, in 16 bits. */
final class LinearConversion extends SrgbConversion {
    /** Made once: the curve itself takes many times as long as looking it up. */
    private static final float[] CURVE = new float[1 << Short.SIZE];

    static {
        for (int i = 0; i < CURVE.length; i++) {
            double linear = i / 65535.0;
            CURVE[i] = (float) (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
        }
    }

    @Override
    void convert(float[] numbers, int stride, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < COLOURS; j++) {
                rgba[RowCodec.CHANNELS * i + j] = CURVE[Encoding.wideUnorm(numbers[stride * i + j], 65535)];
            }
        }
    }
}
