package io.github.spout4j.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.lang.foreign.MemorySegment;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/**
 * Copies the pixels of images of any type to and from any format, as {@link PixelCopy} converts them. Pixels are those of
 * {@link BufferedImage#getRGB(int, int)}, but gray is three equal colours as it stands, numbers of more than 8 bits stay whole,
 * and other colour spaces become sRGB in 16 bits. One thread at a time; allocates nothing for an image of the size of the last
 * one, where that is sRGB or gray.
 */
public final class ImagePixels {
    private final PixelCopy pixels = new PixelCopy();
    private ImageNumbers numbers;
    private int[] row = new int[0];

    /**
     * Copies an image. TYPE_INT_ARGB and TYPE_INT_RGB are the fastest, TYPE_4BYTE_ABGR, TYPE_3BYTE_BGR and
     * TYPE_BYTE_GRAY are next.
     *
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    public void copy(BufferedImage image, MemorySegment target, PixelLayout targetLayout) {
        int width = image.getWidth();
        int height = image.getHeight();
        Bounds.checkTarget(target, targetLayout, width, height);
        int type = standardType(image);
        boolean asNumbers = type != BufferedImage.TYPE_BYTE_GRAY && ImageNumbers.suit(image.getColorModel());
        Raster raster = image.getRaster();
        PixelFormat format = targetLayout.format();
        long pitch = targetLayout.rowPitchFor(width);
        for (int y = 0; y < height; y++) {
            long to = (targetLayout.flip() ? height - 1 - y : y) * pitch;
            if (asNumbers) {
                copyNumbers(image, y, width, target, format, to);
            } else {
                copyRow(image, type, raster, y, width, target, format, to);
            }
        }
    }

    /** A new TYPE_INT_ARGB image of the pixels; one channel is gray. */
    public BufferedImage toImage(MemorySegment source, PixelLayout layout, int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, layout, width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        // By rows, since handing out its array would bar the image from the graphics card.
        WritableRaster raster = image.getRaster();
        long pitch = layout.rowPitchFor(width);
        for (int y = 0; y < height; y++) {
            long from = (layout.flip() ? height - 1 - y : y) * pitch;
            pixels.load(source, layout.format(), from, rowOf(width), 0, width);
            if (layout.format().channels() == 1) {
                Swizzle.redToGray(row, width);
            }
            raster.setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /** A standard type, but for gray, may still come in another colour space. */
    private static int standardType(BufferedImage image) {
        int type = image.getType();
        return type == BufferedImage.TYPE_BYTE_GRAY || image.getColorModel().getColorSpace().isCS_sRGB()
                ? type
                : BufferedImage.TYPE_CUSTOM;
    }

    private void copyNumbers(BufferedImage image, int y, int width, MemorySegment target, PixelFormat format, long to) {
        if (numbers == null) {
            numbers = new ImageNumbers();
        }
        int count;
        for (int x = 0; x < width; x += count) {
            count = Math.min(RowCodec.MOST, width - x);
            pixels.store(numbers.read(image, x, y, count), target, format, to + (long) x * format.bytesPerPixel(),
                    count);
        }
    }

    private void copyRow(BufferedImage image, int type, Raster raster, int y, int width,
            MemorySegment target, PixelFormat format, long to) {
        if ((type == BufferedImage.TYPE_INT_ARGB || type == BufferedImage.TYPE_INT_RGB)
                && raster.getDataBuffer() instanceof DataBufferInt data
                && raster.getSampleModel() instanceof SinglePixelPackedSampleModel model) {
            int from = data.getOffset()
                    + model.getOffset(-raster.getSampleModelTranslateX(), y - raster.getSampleModelTranslateY());
            pixels.store(data.getData(), from, type == BufferedImage.TYPE_INT_RGB, target, format, to, width);
        } else {
            readRow(image, type, raster, y, width);
            pixels.store(row, 0, false, target, format, to, width);
        }
    }

    private void readRow(BufferedImage image, int type, Raster raster, int y, int width) {
        int[] argb = rowOf(width);
        if (raster.getDataBuffer() instanceof DataBufferByte data
                && raster.getSampleModel() instanceof ComponentSampleModel model) {
            int from = data.getOffset() + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                    - raster.getSampleModelTranslateX() * model.getPixelStride();
            if (type == BufferedImage.TYPE_4BYTE_ABGR && model.getPixelStride() == 4) {
                MemorySegment.copy(MemorySegment.ofArray(data.getData()), PixelCopy.PIXEL, from, argb, 0, width);
                Swizzle.abgrToArgb(argb, width);
                return;
            }
            if (type == BufferedImage.TYPE_3BYTE_BGR && model.getPixelStride() == 3) {
                readBgr(data.getData(), from, argb, width);
                return;
            }
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                readGray(data.getData(), from + model.getOffset(0, 0, 0), argb, width);
                return;
            }
        }
        image.getRGB(0, y, width, 1, argb, 0, width);
    }

    private static void readBgr(byte[] bytes, int from, int[] argb, int width) {
        for (int i = 0; i < width; i++) {
            int at = from + 3 * i;
            argb[i] = 0xFF000000 | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at] & 0xFF;
        }
    }

    private static void readGray(byte[] bytes, int from, int[] argb, int width) {
        for (int i = 0; i < width; i++) {
            argb[i] = 0xFF000000 | (bytes[from + i] & 0xFF) * 0x010101;
        }
    }

    private int[] rowOf(int width) {
        if (row.length < width) {
            row = new int[width];
        }
        return row;
    }
}
