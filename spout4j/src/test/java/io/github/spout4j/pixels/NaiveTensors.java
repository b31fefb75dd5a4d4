package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.TensorLayout.Channels;
import io.github.spout4j.TensorLayout.Element;
import io.github.spout4j.TensorLayout.Order;
import io.github.spout4j.TensorLayout.Resizing;
import java.lang.foreign.MemorySegment;

/** Tensors number by number in double, by what layouts are defined to be: slow and plainly right. */
final class NaiveTensors {
    private static final int ALPHA = 3;

    private NaiveTensors() {}

    /** A picture of numbers, red, green, blue and alpha of each pixel. */
    record Picture(int width, int height, double[][][] numbers) {
        static Picture of(int width, int height) {
            return new Picture(width, height, new double[height][width][4]);
        }

        /** By the areas or centres of pixels in a picture that is 1 wide and 1 high. */
        Picture resized(Resizing resizing, int newWidth, int newHeight) {
            Picture resized = of(newWidth, newHeight);
            for (int y = 0; y < newHeight; y++) {
                for (int x = 0; x < newWidth; x++) {
                    for (int fromY = 0; fromY < height; fromY++) {
                        double down = weight(resizing, y, newHeight, fromY, height);
                        for (int fromX = 0; down != 0 && fromX < width; fromX++) {
                            double weight = down * weight(resizing, x, newWidth, fromX, width);
                            for (int channel = 0; weight != 0 && channel < 4; channel++) {
                                resized.numbers[y][x][channel] += weight * numbers[fromY][fromX][channel];
                            }
                        }
                    }
                }
            }
            return resized;
        }

        private static double weight(Resizing resizing, int pixel, int pixels, int from, int fromPixels) {
            double scale = (double) fromPixels / pixels;
            if (resizing == Resizing.AREA) {
                return Math.max(0, Math.min((pixel + 1) * scale, from + 1) - Math.max(pixel * scale, from)) / scale;
            }
            double centre = Math.clamp((pixel + 0.5) * scale - 0.5, 0, fromPixels - 1);
            return Math.max(0, 1 - Math.abs(centre - from));
        }
    }

    /** @param tensor for its channels and what alpha is to mean */
    static Picture read(MemorySegment memory, PixelLayout layout, int width, int height, TensorLayout tensor) {
        PixelFormat format = layout.format();
        Picture picture = Picture.of(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long at = at(layout, x, y, width, height);
                float[] rgba = new float[4];
                for (int channel = 0; channel < 4; channel++) {
                    rgba[channel] = NaiveNumbers.read(memory, at, format, channel);
                    picture.numbers[y][x][channel] = QuadCodec.is(format)
                            ? Math.round(rgba[channel] * 255) / 255.0
                            : rgba[channel];
                }
                convert(rgba, picture.numbers[y][x], format.bits(ALPHA) > 0, layout.alpha(), tensor.alpha());
            }
        }
        return picture;
    }

    private static void convert(float[] rgba, double[] numbers, boolean hasAlpha, Alpha from, Alpha to) {
        if (!hasAlpha || from == Alpha.OPAQUE || to == Alpha.OPAQUE) {
            numbers[ALPHA] = 1;
        } else if (from != to) {
            for (int channel = 0; channel < ALPHA; channel++) {
                numbers[channel] = to == Alpha.PREMULTIPLIED
                        ? rgba[channel] * rgba[ALPHA]
                        : rgba[ALPHA] != 0 ? rgba[channel] / rgba[ALPHA] : rgba[channel];
            }
        }
    }

    /** What number a tensor of the picture has. */
    static double number(Picture picture, TensorLayout layout, boolean oneChannel, int place, int x, int y) {
        double[] rgba = picture.numbers[y][x];
        int channel = layout.channels().at(place);
        double number = layout.channels() == Channels.GRAY && !oneChannel
                ? 0.299 * rgba[0] + 0.587 * rgba[1] + 0.114 * rgba[2]
                : rgba[channel];
        var normalisation = layout.normalisation();
        return (number * normalisation.range() - normalisation.mean(channel)) / normalisation.deviation(channel);
    }

    /** A tensor as a picture; opaque where it has no alpha. */
    static Picture read(MemorySegment tensor, TensorLayout layout) {
        Picture picture = Picture.of(layout.width(), layout.height());
        var normalisation = layout.normalisation();
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                double[] rgba = picture.numbers[y][x];
                rgba[ALPHA] = 1;
                for (int place = 0; place < layout.channels().count(); place++) {
                    int channel = layout.channels().at(place);
                    rgba[channel] = ((double) get(tensor, layout, place, x, y) * normalisation.deviation(channel)
                            + normalisation.mean(channel)) / normalisation.range();
                }
                if (layout.channels() == Channels.GRAY) {
                    rgba[1] = rgba[0];
                    rgba[2] = rgba[0];
                }
            }
        }
        return picture;
    }

    static float get(MemorySegment tensor, TensorLayout layout, int place, int x, int y) {
        long index = index(layout, place, x, y);
        return layout.element() == Element.FLOAT32
                ? tensor.get(JAVA_FLOAT_UNALIGNED, 4 * index)
                : Float.float16ToFloat(tensor.get(JAVA_SHORT_UNALIGNED, 2 * index));
    }

    static void set(MemorySegment tensor, TensorLayout layout, int place, int x, int y, float number) {
        long index = index(layout, place, x, y);
        if (layout.element() == Element.FLOAT32) {
            tensor.set(JAVA_FLOAT_UNALIGNED, 4 * index, number);
        } else {
            tensor.set(JAVA_SHORT_UNALIGNED, 2 * index, Float.floatToFloat16(number));
        }
    }

    private static long index(TensorLayout layout, int place, int x, int y) {
        int row = layout.flip() ? layout.height() - 1 - y : y;
        return layout.order() == Order.NCHW
                ? (place * layout.height() + row) * layout.width() + x
                : (row * layout.width() + x) * layout.channels().count() + place;
    }

    static long at(PixelLayout layout, int x, int y, int width, int height) {
        int row = layout.flip() ? height - 1 - y : y;
        return row * layout.rowPitchFor(width) + (long) x * layout.format().bytesPerPixel();
    }
}
