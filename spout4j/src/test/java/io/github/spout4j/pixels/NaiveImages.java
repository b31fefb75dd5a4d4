package io.github.spout4j.pixels;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/** The pixels of any image by what its samples are defined to be: slow and plainly right. */
public final class NaiveImages {
    private static final ColorSpace LINEAR = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);

    private NaiveImages() {}

    /** What a target full of {@link NaivePixels#SENTINEL} must hold once the image was copied there. */
    public static byte[] expected(BufferedImage image, PixelLayout layout, long bytes) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (isPremultiplied(image)) {
            return NaivePixels.expected(MemorySegment.ofArray(samples(image)),
                    PixelLayout.BGRA.alpha(Alpha.PREMULTIPLIED), layout, bytes, width, height);
        }
        float[][] rgba = rgba(image);
        MemorySegment memory = MemorySegment.ofArray(new byte[Math.toIntExact(bytes)])
                .fill((byte) NaivePixels.SENTINEL);
        for (int i = 0; i < rgba.length; i++) {
            NaivePixels.set(memory, layout, i % width, i / width, width, height, alpha(image.getColorModel()), rgba[i]);
        }
        return NaivePixels.bytes(memory);
    }

    /** Whether Java's own way divides roughly, and by way of 8 bits. */
    private static boolean isPremultiplied(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_ARGB_PRE
                || image.getType() == BufferedImage.TYPE_4BYTE_ABGR_PRE;
    }

    /** {@code 0xAARRGGBB}, as they stand. */
    private static int[] samples(BufferedImage image) {
        int[] samples = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        return IntStream.range(0, samples.length / 4).map(i -> samples[4 * i + 3] << 24 | samples[4 * i] << 16
                | samples[4 * i + 1] << 8 | samples[4 * i + 2]).toArray();
    }

    private static Alpha alpha(ColorModel model) {
        return model.isAlphaPremultiplied() && !isConverted(model.getColorSpace())
                ? Alpha.PREMULTIPLIED
                : Alpha.STRAIGHT;
    }

    private static boolean isConverted(ColorSpace space) {
        return space.getType() != ColorSpace.TYPE_GRAY && !space.isCS_sRGB();
    }

    /** Every pixel as numbers: red, green, blue and alpha, in sRGB. */
    private static float[][] rgba(BufferedImage image) {
        int width = image.getWidth();
        return IntStream.range(0, width * image.getHeight()).mapToObj(i -> rgba(image, i % width, i / width))
                .toArray(float[][]::new);
    }

    private static float[] rgba(BufferedImage image, int x, int y) {
        ColorModel model = image.getColorModel();
        ColorSpace space = model.getColorSpace();
        boolean eightBits = model.getComponentSize(0) <= 8 && space.isCS_sRGB() && !model.isAlphaPremultiplied();
        if (model instanceof IndexColorModel || eightBits) {
            int argb = image.getRGB(x, y);
            return new float[]{(argb >> 16 & 0xFF) / 255f, (argb >> 8 & 0xFF) / 255f, (argb & 0xFF) / 255f,
                    (argb >>> 24) / 255f};
        }
        float alpha = model.hasAlpha() ? number(image, x, y, model.getNumComponents() - 1) : 1;
        float[] colours = new float[model.getNumColorComponents()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = number(image, x, y, i);
            if (model.isAlphaPremultiplied() && isConverted(space) && alpha != 0) {
                colours[i] /= alpha;
            }
        }
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return new float[]{colours[0], colours[0], colours[0], alpha};
        }
        if (!space.isCS_sRGB()) {
            for (int i = 0; i < colours.length; i++) {
                colours[i] = Math.round(Math.clamp(colours[i], 0f, 1f) * 65535.0) / 65535f;
            }
            colours = space == LINEAR ? curved(colours) : space.toRGB(colours);
        }
        return new float[]{colours[0], colours[1], colours[2], alpha};
    }

    /** As sRGB is defined. */
    private static float[] curved(float[] linear) {
        float[] colours = new float[linear.length];
        for (int i = 0; i < linear.length; i++) {
            double number = Math.round(linear[i] * 65535.0) / 65535.0;
            colours[i] = (float) (number <= 0.0031308 ? 12.92 * number : 1.055 * Math.pow(number, 1 / 2.4) - 0.055);
        }
        return colours;
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
