package io.github.spout4j.cli.pictures;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** A picture's numbers as they stand, row by row, whatever they mean; 16 bits each. */
final class Samples {
    private static final int MOST = 0xFFFF;
    private static final int MOST_OF_EIGHT_BITS = 0xFF;

    /** What one of 8 bits more is with 16 bits. */
    private static final int STEP = MOST / MOST_OF_EIGHT_BITS;

    private final BufferedImage image;
    private final boolean separate;
    private final int colorsPerPixel;
    private final boolean hasAlpha;
    private final int width;
    private final int[] colors;
    private final int[] alpha;
    private final int[] pixels;

    private Samples(BufferedImage image) {
        ColorModel model = image.getColorModel();
        this.image = image;
        this.separate = model instanceof ComponentColorModel && !model.isAlphaPremultiplied()
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
        this.colorsPerPixel = separate ? model.getNumColorComponents() : 3;
        this.hasAlpha = model.hasAlpha();
        this.width = image.getWidth();
        this.colors = new int[width * colorsPerPixel];
        this.alpha = new int[width];
        this.pixels = new int[width * (separate ? model.getNumComponents() : 1)];
        Arrays.fill(alpha, MOST);
    }

    static Samples of(BufferedImage image) {
        return new Samples(image);
    }

    /** 1 is gray. */
    int colorsPerPixel() {
        return colorsPerPixel;
    }

    /** The row's colours without alpha, one pixel's after another's; the same array for each row. */
    int[] colors() {
        return colors;
    }

    /** The row's alpha; the same array for each row. */
    int[] alpha() {
        return alpha;
    }

    void read(int y) {
        if (separate) {
            readSeparate(y);
        } else {
            readPacked(y);
        }
    }

    private void readSeparate(int y) {
        image.getRaster().getPixels(0, y, width, 1, pixels);
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        for (int x = 0, from = 0, to = 0; x < width; x++) {
            for (int color = 0; color < colorsPerPixel; color++) {
                colors[to++] = wide(pixels[from++], most);
            }
            if (hasAlpha) {
                alpha[x] = wide(pixels[from++], most);
            }
        }
    }

    private void readPacked(int y) {
        image.getRGB(0, y, width, 1, pixels, 0, width);
        for (int x = 0, to = 0; x < width; x++) {
            for (int shift = 2 * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                colors[to++] = (pixels[x] >>> shift & MOST_OF_EIGHT_BITS) * STEP;
            }
            alpha[x] = (pixels[x] >>> 3 * Byte.SIZE) * STEP;
        }
    }

    /** An sRGB image: TYPE_INT_ARGB, or one of 16 bits with red, green, blue and alpha. */
    static BufferedImage newImage(int width, int height, Depth depth) {
        if (depth == Depth.EIGHT) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    /**
     * Writes a row of {@link #newImage}; fewer bits are the nearest.
     *
     * @param colors red, green and blue of each pixel, or one number that stands for the three
     */
    static void write(BufferedImage image, int y, int[] colors, int[] alpha) {
        WritableRaster raster = image.getRaster();
        boolean wide = Depth.of(image.getColorModel()) == Depth.SIXTEEN;
        int width = image.getWidth();
        int colorsPerPixel = colors.length / width;
        int[] row = new int[width * 4];
        for (int x = 0; x < width; x++) {
            for (int band = 0; band < 3; band++) {
                row[4 * x + band] = colors[x * colorsPerPixel + Math.min(band, colorsPerPixel - 1)];
            }
            row[4 * x + 3] = alpha[x];
        }
        if (!wide) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (row[i] + STEP / 2) / STEP;
            }
        }
        raster.setPixels(0, y, width, 1, row);
    }

    private static int wide(int number, int most) {
        return most == MOST ? number : (number * MOST + most / 2) / most;
    }
}
