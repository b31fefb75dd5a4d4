package io.github.spout4j.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.lang.foreign.MemorySegment;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/**
 * Copies the pixels of images of any type, exactly as {@link BufferedImage#getRGB(int, int)} gives them, to and from any
 * format, as {@link PixelCopy} converts them. One thread at a time.
 */
public final class ImagePixels {
    private final PixelCopy pixels = new PixelCopy();
    private int[] row = new int[0];

    /**
     * Copies an image. TYPE_INT_ARGB and TYPE_INT_RGB are the fastest, TYPE_4BYTE_ABGR and TYPE_3BYTE_BGR are next.
     *
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    public void copy(BufferedImage image, MemorySegment target, PixelLayout targetLayout) {
        int width = image.getWidth();
        int height = image.getHeight();
        Bounds.checkTarget(target, targetLayout, width, height);
        int type = standardType(image);
        AlphaStep alpha = AlphaStep.between(PixelLayout.BGRA.alpha(alphaOf(type)), targetLayout);
        Raster raster = image.getRaster();
        long pitch = targetLayout.rowPitchFor(width);
        for (int y = 0; y < height; y++) {
            long to = (targetLayout.flip() ? height - 1 - y : y) * pitch;
            copyRow(image, type, raster, y, width, alpha, target, targetLayout.format(), to);
        }
    }

    /** A new TYPE_INT_ARGB image of the pixels. */
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
            raster.setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /** A standard type may still come in another colour space. */
    private static int standardType(BufferedImage image) {
        return image.getColorModel().getColorSpace().isCS_sRGB() ? image.getType() : BufferedImage.TYPE_CUSTOM;
    }

    /** What the alpha of rows is, as they are read. */
    private static Alpha alphaOf(int type) {
        return switch (type) {
            case BufferedImage.TYPE_INT_RGB -> Alpha.OPAQUE;
            case BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE -> Alpha.PREMULTIPLIED;
            default -> Alpha.STRAIGHT;
        };
    }

    private static boolean isInts(int type) {
        return switch (type) {
            case BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_INT_RGB -> true;
            default -> false;
        };
    }

    private static boolean isAbgr(int type) {
        return type == BufferedImage.TYPE_4BYTE_ABGR || type == BufferedImage.TYPE_4BYTE_ABGR_PRE;
    }

    private void copyRow(BufferedImage image, int type, Raster raster, int y, int width, AlphaStep alpha,
            MemorySegment target, PixelFormat format, long to) {
        if (isInts(type)
                && raster.getDataBuffer() instanceof DataBufferInt data
                && raster.getSampleModel() instanceof SinglePixelPackedSampleModel model) {
            int from = data.getOffset()
                    + model.getOffset(-raster.getSampleModelTranslateX(), y - raster.getSampleModelTranslateY());
            pixels.store(data.getData(), from, alpha, target, format, to, width);
        } else {
            readRow(image, type, raster, y, width);
            pixels.store(row, 0, alpha, target, format, to, width);
        }
    }

    private void readRow(BufferedImage image, int type, Raster raster, int y, int width) {
        int[] argb = rowOf(width);
        if (raster.getDataBuffer() instanceof DataBufferByte data
                && raster.getSampleModel() instanceof ComponentSampleModel model) {
            int from = data.getOffset() + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                    - raster.getSampleModelTranslateX() * model.getPixelStride();
            if (isAbgr(type) && model.getPixelStride() == 4) {
                MemorySegment.copy(MemorySegment.ofArray(data.getData()), PixelCopy.PIXEL, from, argb, 0, width);
                Swizzle.abgrToArgb(argb, width);
                return;
            }
            if (type == BufferedImage.TYPE_3BYTE_BGR && model.getPixelStride() == 3) {
                readBgr(data.getData(), from, argb, width);
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

    private int[] rowOf(int width) {
        if (row.length < width) {
            row = new int[width];
        }
        return row;
    }
}
