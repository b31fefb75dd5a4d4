package io.github.spout4j.pixels;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;

/** Makes colours of another colour space sRGB. At most {@link RowCodec#MOST} pixels at a time. One thread at a time. */
abstract class SrgbConversion {
    static final int COLOURS = 3;

    static SrgbConversion from(ColorSpace space) {
        if (space == ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB)) {
            return new LinearConversion();
        }
        return space instanceof ICC_ColorSpace ? new ProfileConversion(space) : new SingleConversion(space);
    }

    /**
     * Converts pixels.
     *
     * @param numbers 0 to 1, the colours first in each pixel
     * @param stride  numbers from one pixel to the next
     * @param rgba    whose alpha stays
     */
    abstract void convert(float[] numbers, int stride, float[] rgba, int pixels);
}
