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
 * and other colour spaces become sRGB in 16 bits. One thread at a time.
 */
public final class ImagePixels {
    private final PixelCopy pixels = new PixelCopy();
    private ImageNumbers numbers;
    private int[] row = new int[0];

    /**
     * Copies an image. TYPE_INT_ARGB, TYPE_INT_ARGB_PRE and TYPE_INT_RGB are the fastest; TYPE_4BYTE_ABGR, TYPE_4BYTE_ABGR_PRE,
     * TYPE_3BYTE_BGR and TYPE_BYTE_GRAY are next. These, gray and
     * components of more than 8 bits cost no heap once the row's buffers are there; what getRGB gives, and colour spaces with a
     * profile, cost some for each row.
     *
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    public void copy(BufferedImage image, MemorySegment target, PixelLayout targetLayout) {
        int width = image.getWidth();
        int height = image.getHeight();
        Bounds.checkTarget(target, targetLayout, width, height);
        ImageStorage storage = ImageStorage.of(image);
        AlphaStep alpha = AlphaStep.between(PixelLayout.BGRA.alpha(storage.alpha(image)), targetLayout);
        Raster raster = image.getRaster();
        PixelFormat format = targetLayout.format();
        long pitch = targetLayout.rowPitchFor(width);
        for (int y = 0; y < height; y++) {
            long to = (targetLayout.flip() ? height - 1 - y : y) * pitch;
            switch (storage) {
                case INTS -> copyInts(raster, y, width, alpha, target, format, to);
                case NUMBERS -> copyNumbers(image, y, width, alpha, target, format, to);
                case ABGR, BGR, GRAY, COLOURS -> {
                    readRow(image, storage, raster, y, width);
                    pixels.store(row, 0, alpha, target, format, to, width);
                }
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
        AlphaStep alpha = AlphaStep.between(layout, PixelLayout.BGRA);
        for (int y = 0; y < height; y++) {
            long from = (layout.flip() ? height - 1 - y : y) * pitch;
            pixels.load(source, layout.format(), from, alpha, rowOf(width), 0, width);
            if (layout.format().channels() == 1) {
                Swizzle.redToGray(row, width);
            }
            raster.setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    private void copyInts(Raster raster, int y, int width, AlphaStep alpha, MemorySegment target, PixelFormat format,
            long to) {
        DataBufferInt data = (DataBufferInt) raster.getDataBuffer();
        SinglePixelPackedSampleModel model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        int from = data.getOffset()
                + model.getOffset(-raster.getSampleModelTranslateX(), y - raster.getSampleModelTranslateY());
        pixels.store(data.getData(), from, alpha, target, format, to, width);
    }

    private void copyNumbers(BufferedImage image, int y, int width, AlphaStep alpha, MemorySegment target,
            PixelFormat format, long to) {
        if (numbers == null) {
            numbers = new ImageNumbers();
        }
        int count;
        for (int x = 0; x < width; x += count) {
            count = Math.min(RowCodec.MOST, width - x);
            pixels.store(numbers.read(image, x, y, count), alpha, target, format,
                    to + (long) x * format.bytesPerPixel(), count);
        }
    }

    private void readRow(BufferedImage image, ImageStorage storage, Raster raster, int y, int width) {
        int[] argb = rowOf(width);
        switch (storage) {
            case ABGR -> {
                MemorySegment.copy(MemorySegment.ofArray(bytes(raster)), PixelCopy.PIXEL, first(raster, y), argb, 0,
                        width);
                Swizzle.abgrToArgb(argb, width);
            }
            case BGR -> readBgr(bytes(raster), first(raster, y), argb, width);
            case GRAY -> readGray(bytes(raster), first(raster, y), argb, width);
            case INTS, NUMBERS, COLOURS -> image.getRGB(0, y, width, 1, argb, 0, width);
        }
    }

    private static byte[] bytes(Raster raster) {
        return ((DataBufferByte) raster.getDataBuffer()).getData();
    }

    /** Where the first byte of a row is, of all bands. */
    private static int first(Raster raster, int y) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        int least = Integer.MAX_VALUE;
        for (int band = 0; band < model.getNumBands(); band++) {
            least = Math.min(least, model.getOffset(0, 0, band));
        }
        return raster.getDataBuffer().getOffset() + least
                + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                - raster.getSampleModelTranslateX() * model.getPixelStride();
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
