package io.github.spout4j.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.stream.IntStream;

/** The pixels of any image by what its samples are defined to be: slow and plainly right. */
final class NaiveImages {
    private NaiveImages() {}

    /** Every pixel as numbers: red, green, blue and alpha, in sRGB, not multiplied by alpha. */
    static float[][] rgba(BufferedImage image) {
        int width = image.getWidth();
        return IntStream.range(0, width * image.getHeight()).mapToObj(i -> rgba(image, i % width, i / width))
                .toArray(float[][]::new);
    }

    private static float[] rgba(BufferedImage image, int x, int y) {
        ColorModel model = image.getColorModel();
        ColorSpace space = model.getColorSpace();
        boolean eightBits = model.getComponentSize(0) <= 8 && space.isCS_sRGB();
        if (model instanceof IndexColorModel || eightBits) {
            int argb = image.getRGB(x, y);
            return new float[]{(argb >> 16 & 0xFF) / 255f, (argb >> 8 & 0xFF) / 255f, (argb & 0xFF) / 255f,
                    (argb >>> 24) / 255f};
        }
        float alpha = model.hasAlpha() ? number(image, x, y, model.getNumComponents() - 1) : 1;
        float[] colours = new float[model.getNumColorComponents()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = number(image, x, y, i);
            if (model.isAlphaPremultiplied()) {
                colours[i] = alpha == 0 ? 0 : colours[i] / alpha;
            }
        }
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return new float[]{colours[0], colours[0], colours[0], alpha};
        }
        if (!space.isCS_sRGB()) {
            for (int i = 0; i < colours.length; i++) {
                colours[i] = Math.round(Math.clamp(colours[i], 0f, 1f) * 65535.0) / 65535f;
            }
            colours = space.toRGB(colours);
        }
        return new float[]{colours[0], colours[1], colours[2], alpha};
    }

    private static float number(BufferedImage image, int x, int y, int component) {
        int bits = image.getColorModel().getComponentSize(component);
        double sample = image.getRaster().getSampleDouble(x, y, component);
        return switch (image.getColorModel().getTransferType()) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> (float) sample;
            case DataBuffer.TYPE_SHORT -> (float) (sample / Short.MAX_VALUE);
            default -> (float) ((sample < 0 ? sample + Math.pow(2, 32) : sample) / (Math.pow(2, bits) - 1));
        };
    }
}
