package io.github.spout4j.pixels;

import io.github.spout4j.Alpha;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PackedColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The pixels of images that {@link BufferedImage#getRGB(int, int)} gives wrongly or in part: gray, of more than 8 bits a
 * component, multiplied by alpha, or in another colour space than sRGB. As numbers, red, green, blue and alpha of each, in sRGB.
 * At most {@link RowCodec#MOST} pixels at a time. One thread at a time.
 */
final class ImageNumbers {
    private static final int CHANNELS = RowCodec.CHANNELS;

    private final float[] rgba = new float[RowCodec.MOST * CHANNELS];
    private float[] samples = new float[RowCodec.MOST * CHANNELS];
    private ColorSpace space;
    private SrgbConversion conversion;

    /** Whether images of this model are to be read here. */
    static boolean suit(ColorModel model) {
        return (model instanceof ComponentColorModel || model instanceof PackedColorModel)
                && (!model.getColorSpace().isCS_sRGB() || isWide(model) || model.isAlphaPremultiplied());
    }

    /** What alpha means in the numbers of such images; colours of another space are divided by it before they are converted. */
    static Alpha alpha(ColorModel model) {
        return model.isAlphaPremultiplied() && !isConverted(model.getColorSpace())
                ? Alpha.PREMULTIPLIED
                : Alpha.STRAIGHT;
    }

    private static boolean isConverted(ColorSpace colours) {
        return colours.getType() != ColorSpace.TYPE_GRAY && !colours.isCS_sRGB();
    }

    private static boolean isWide(ColorModel model) {
        for (int i = 0; i < model.getNumComponents(); i++) {
            if (model.getComponentSize(i) > Byte.SIZE) {
                return true;
            }
        }
        return false;
    }

    /** Reads pixels of one row; they stay until the next call. */
    float[] read(BufferedImage image, int x, int y, int pixels) {
        ColorModel model = image.getColorModel();
        int components = model.getNumComponents();
        if (samples.length < RowCodec.MOST * components) {
            samples = new float[RowCodec.MOST * components];
        }
        readSamples(image.getRaster(), x, y, components, pixels);
        for (int i = 0; i < components; i++) {
            normalise(model, i, components, pixels);
        }
        if (model.isAlphaPremultiplied() && isConverted(model.getColorSpace())) {
            divideByAlpha(components, pixels);
        }
        readAlpha(model.hasAlpha(), components, pixels);
        readColours(model.getColorSpace(), components, pixels);
        return rgba;
    }

    private void readSamples(Raster raster, int x, int y, int components, int pixels) {
        if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)) {
            raster.getPixels(x, y, pixels, 1, samples);
            return;
        }
        DataBuffer data = raster.getDataBuffer();
        for (int i = 0; i < components; i++) {
            int from = data.getOffset() + model.getOffset(x - raster.getSampleModelTranslateX(),
                    y - raster.getSampleModelTranslateY(), i);
            readComponent(data, from, model.getPixelStride(), i, components, pixels);
        }
    }

    private void readComponent(DataBuffer data, int from, int stride, int component, int components, int pixels) {
        switch (data) {
            case DataBufferByte bytes -> {
                byte[] all = bytes.getData();
                for (int i = 0; i < pixels; i++) {
                    samples[components * i + component] = all[from + stride * i] & 0xFF;
                }
            }
            case DataBufferUShort shorts -> {
                short[] all = shorts.getData();
                for (int i = 0; i < pixels; i++) {
                    samples[components * i + component] = all[from + stride * i] & 0xFFFF;
                }
            }
            default -> {
                for (int i = 0; i < pixels; i++) {
                    samples[components * i + component] = data.getElemFloat(from + stride * i - data.getOffset());
                }
            }
        }
    }

    /** Makes samples 0 to 1, or whatever floats are; as ComponentColorModel has it, which fails on ints of 32 bits. */
    private void normalise(ColorModel model, int component, int components, int pixels) {
        float least = 0;
        float range = 1;
        switch (model.getTransferType()) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> {
                if (component < model.getNumColorComponents()) {
                    least = model.getColorSpace().getMinValue(component);
                    range = model.getColorSpace().getMaxValue(component) - least;
                }
            }
            case DataBuffer.TYPE_SHORT -> range = Short.MAX_VALUE;
            default -> range = (1L << model.getComponentSize(component)) - 1;
        }
        boolean unsigned = model.getTransferType() == DataBuffer.TYPE_INT;
        for (int i = component; i < components * pixels; i += components) {
            float sample = unsigned && samples[i] < 0 ? samples[i] + 0x1p32f : samples[i];
            samples[i] = (sample - least) / range;
        }
    }

    private void divideByAlpha(int components, int pixels) {
        for (int i = 0; i < components * pixels; i += components) {
            float alpha = samples[i + components - 1];
            for (int j = i; alpha != 0 && j < i + components - 1; j++) {
                samples[j] /= alpha;
            }
        }
    }

    private void readAlpha(boolean hasAlpha, int components, int pixels) {
        for (int i = 0; i < pixels; i++) {
            rgba[CHANNELS * i + 3] = hasAlpha ? samples[components * i + components - 1] : 1;
        }
    }

    private void readColours(ColorSpace colours, int components, int pixels) {
        if (colours.getType() == ColorSpace.TYPE_GRAY) {
            for (int i = 0; i < pixels; i++) {
                Arrays.fill(rgba, CHANNELS * i, CHANNELS * i + 3, samples[components * i]);
            }
        } else if (colours.isCS_sRGB()) {
            for (int i = 0; i < pixels; i++) {
                System.arraycopy(samples, components * i, rgba, CHANNELS * i, 3);
            }
        } else {
            if (colours != space) {
                conversion = SrgbConversion.from(colours);
                space = colours;
            }
            conversion.convert(samples, components, rgba, pixels);
        }
    }
}
