package io.github.spout4j.cli.pictures;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.IIOException;

/** What a picture's numbers are as colours: an ICC profile. Everything is converted with 16 bits. */
final class ColorProfile {
    static final String DAMAGED = "its color profile is damaged; its colors are taken for sRGB";

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int[] PROBES = {0, 8224, 16448, 32896, 49344, 65535};
    private static final int HALF_OF_EIGHT_BITS = 128;

    private final int components;
    private final ColorConvertOp conversion;

    private ColorProfile(ICC_Profile profile) {
        this.components = profile.getNumComponents();
        this.conversion = new ColorConvertOp(new ICC_Profile[]{profile, SRGB}, null);
    }

    /** @throws IOException where it is damaged */
    static ColorProfile of(byte[] bytes) throws IOException {
        try {
            ColorProfile profile = new ColorProfile(ICC_Profile.getInstance(bytes));
            profile.convert(row(1, profile.components), row(1, SRGB.getNumComponents()));
            return profile;
        } catch (IllegalArgumentException | CMMException e) {
            throw new IIOException("its color profile is damaged", e);
        }
    }

    /** The picture in sRGB: itself, where it is gray or in sRGB as it stands. */
    static BufferedImage toSrgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        return space instanceof ICC_ColorSpace icc && !space.isCS_sRGB()
                && space != ColorSpace.getInstance(ColorSpace.CS_GRAY)
                        ? new ColorProfile(icc.getProfile()).apply(image)
                        : image;
    }

    /** Takes the picture's numbers for this profile's and converts them to sRGB; they stay where the profile is damaged. */
    static BufferedImage apply(byte[] profile, BufferedImage image, Consumer<String> remarks) {
        try {
            return of(profile).apply(image);
        } catch (IOException _) {
            remarks.accept(DAMAGED);
            return image;
        }
    }

    /** Takes the picture's numbers for this profile's and converts them to sRGB; itself, where the profile is no other. */
    BufferedImage apply(BufferedImage image) {
        Samples samples = Samples.of(image);
        if (samples.colorsPerPixel() != components || isSrgb()) {
            return image;
        }
        int width = image.getWidth();
        BufferedImage converted = Samples.newImage(width, image.getHeight(), Depth.of(image.getColorModel()));
        WritableRaster from = row(width, components);
        WritableRaster to = row(width, SRGB.getNumComponents());
        int[] numbers = new int[width * SRGB.getNumComponents()];
        for (int y = 0; y < image.getHeight(); y++) {
            samples.read(y);
            from.setPixels(0, 0, width, 1, samples.colors());
            convert(from, to);
            Samples.write(converted, y, to.getPixels(0, 0, width, 1, numbers), samples.alpha());
        }
        return converted;
    }

    private boolean isSrgb() {
        if (components != 3) {
            return false;
        }
        int count = PROBES.length * PROBES.length * PROBES.length;
        WritableRaster from = row(count, 3);
        WritableRaster to = row(count, 3);
        for (int i = 0; i < count; i++) {
            from.setSample(i, 0, 0, PROBES[i % PROBES.length]);
            from.setSample(i, 0, 1, PROBES[i / PROBES.length % PROBES.length]);
            from.setSample(i, 0, 2, PROBES[i / PROBES.length / PROBES.length]);
        }
        convert(from, to);
        int[] before = from.getPixels(0, 0, count, 1, (int[]) null);
        int[] after = to.getPixels(0, 0, count, 1, (int[]) null);
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(before[i] - after[i]) > HALF_OF_EIGHT_BITS) {
                return false;
            }
        }
        return true;
    }

    private void convert(Raster from, WritableRaster to) {
        conversion.filter(from, to);
    }

    private static WritableRaster row(int width, int bands) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, 1, bands, null);
    }
}
