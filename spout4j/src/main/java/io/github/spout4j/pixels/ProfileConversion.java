package io.github.spout4j.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** From a colour space with a profile by Java's colour management, in 16 bits; which allocates. */
final class ProfileConversion extends SrgbConversion {
    private final ColorConvertOp profiles;
    private final int components;
    private final short[] given;
    private final short[] made = new short[RowCodec.MOST * COLOURS];
    private final WritableRaster source;
    private final WritableRaster target = raster(made, COLOURS);

    ProfileConversion(ColorSpace space) {
        profiles = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        components = space.getNumComponents();
        given = new short[RowCodec.MOST * components];
        source = raster(given, components);
    }

    private static WritableRaster raster(short[] row, int bands) {
        return Raster.createInterleavedRaster(new DataBufferUShort(row, row.length), RowCodec.MOST, 1, row.length,
                bands,
                IntStream.range(0, bands).toArray(), null);
    }

    @Override
    void convert(float[] numbers, int stride, float[] rgba, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < components; j++) {
                given[components * i + j] = (short) Encoding.wideUnorm(numbers[stride * i + j], 65535);
            }
        }
        profiles.filter(part(source, pixels), part(target, pixels));
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < COLOURS; j++) {
                rgba[RowCodec.CHANNELS * i + j] = (made[COLOURS * i + j] & 0xFFFF) / 65535f;
            }
        }
    }

    private static WritableRaster part(WritableRaster row, int pixels) {
        return row.createWritableChild(0, 0, pixels, 1, 0, 0, null);
    }
}
