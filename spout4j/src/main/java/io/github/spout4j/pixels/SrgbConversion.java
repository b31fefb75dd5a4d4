package io.github.spout4j.pixels;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Makes colours of another colour space sRGB: by its profile, in 16 bits, or as the colour space itself does it where it has no
 * profile. Both allocate. One thread at a time.
 */
final class SrgbConversion {
    private static final int COLOURS = 3;
    private static final float LARGEST = 65535;

    private final ColorSpace space;
    private final ColorConvertOp profiles;
    private final float[] colours;
    private final WritableRaster given;
    private final WritableRaster made = sixteenBits(COLOURS);

    SrgbConversion(ColorSpace space) {
        this.space = space;
        profiles = space instanceof ICC_ColorSpace
                ? new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
                : null;
        colours = new float[space.getNumComponents()];
        given = sixteenBits(colours.length);
    }

    private static WritableRaster sixteenBits(int bands) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, RowCodec.MOST, 1, bands, null);
    }

    boolean isFrom(ColorSpace other) {
        return space == other;
    }

    /**
     * Converts pixels.
     *
     * @param numbers    0 to 1, the colours first in each pixel
     * @param components how many numbers a pixel has
     * @param rgba       whose alpha stays
     */
    void convert(float[] numbers, int components, float[] rgba, int pixels) {
        if (profiles == null) {
            convertByItself(numbers, components, rgba, pixels);
        } else {
            convertByProfile(numbers, components, rgba, pixels);
        }
    }

    private void convertByProfile(float[] numbers, int components, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < colours.length; j++) {
                given.setSample(i, 0, j, Encoding.UNORM16.bits(numbers[components * i + j]));
            }
        }
        profiles.filter(part(given, pixels), part(made, pixels));
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < COLOURS; j++) {
                rgba[RowCodec.CHANNELS * i + j] = made.getSample(i, 0, j) / LARGEST;
            }
        }
    }

    private static WritableRaster part(WritableRaster row, int pixels) {
        return row.createWritableChild(0, 0, pixels, 1, 0, 0, null);
    }

    private void convertByItself(float[] numbers, int components, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < colours.length; j++) {
                float least = space.getMinValue(j);
                colours[j] = least + numbers[components * i + j] * (space.getMaxValue(j) - least);
            }
            System.arraycopy(space.toRGB(colours), 0, rgba, RowCodec.CHANNELS * i, COLOURS);
        }
    }
}
