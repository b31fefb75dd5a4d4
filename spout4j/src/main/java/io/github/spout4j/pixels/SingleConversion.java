package io.github.spout4j.pixels;

import java.awt.color.ColorSpace;

/** From a colour space without a profile, as that itself does it: colour by colour, each of which allocates. */
final class SingleConversion extends SrgbConversion {
    private final ColorSpace space;
    private final float[] colours;

    SingleConversion(ColorSpace space) {
        this.space = space;
        colours = new float[space.getNumComponents()];
    }

    @Override
    void convert(float[] numbers, int stride, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < colours.length; j++) {
                float least = space.getMinValue(j);
                colours[j] = least + numbers[stride * i + j] * (space.getMaxValue(j) - least);
            }
            System.arraycopy(space.toRGB(colours), 0, rgba, RowCodec.CHANNELS * i, COLOURS);
        }
    }
}
