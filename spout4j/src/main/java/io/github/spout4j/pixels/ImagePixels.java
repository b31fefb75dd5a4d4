package io.github.spout4j.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.lang.foreign.MemorySegment;

import io.github.spout4j.PixelLayout;

/**
 * Copies the pixels of images of any type, exactly as {@link BufferedImage#getRGB(int, int)} gives them. One thread at
 * a time.
 */
public final class ImagePixels {

    private final PixelCopy pixels = new PixelCopy();
    private int[] row = new int[0];

    /**
     * Copies an image. TYPE_INT_ARGB and TYPE_INT_RGB are the fastest.
     *
     * @throws IllegalArgumentException where the target is too small or read-only
     */
    public void copy(BufferedImage image, MemorySegment target, PixelLayout targetLayout) {
        Bounds.checkTarget(target, targetLayout, image.getWidth(), image.getHeight());
        switch (image.getType()) {
            case BufferedImage.TYPE_INT_ARGB -> copyInts(image, false, target, targetLayout);
            case BufferedImage.TYPE_INT_RGB -> copyInts(image, true, target, targetLayout);
            case BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_3BYTE_BGR -> copyBytes(image, target, targetLayout);
            default -> copyRgb(image, target, targetLayout);
        }
    }

    /** A new TYPE_INT_ARGB image of the pixels. */
    public BufferedImage toImage(MemorySegment source, PixelLayout layout, int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, layout, width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        pixels.copyToArgb(source, layout, target, 0, width, width, height);
        return image;
    }

    private void copyInts(BufferedImage image, boolean opaque, MemorySegment target, PixelLayout layout) {
        Raster raster = image.getRaster();
        if (raster.getDataBuffer() instanceof DataBufferInt data
                && raster.getSampleModel() instanceof SinglePixelPackedSampleModel model) {
            int offset = data.getOffset()
                    + model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY());
            int scanline = image.getHeight() == 1 ? image.getWidth() : model.getScanlineStride();
            pixels.copyArgb(data.getData(), offset, scanline, opaque, target, layout, image.getWidth(),
                    image.getHeight());
        } else {
            copyRgb(image, target, layout);
        }
    }

    private void copyBytes(BufferedImage image, MemorySegment target, PixelLayout layout) {
        copyRgb(image, target, layout);
    }

    private void copyRgb(BufferedImage image, MemorySegment target, PixelLayout layout) {
        int width = image.getWidth();
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, rowOf(width), 0, width);
            copyRow(y, target, layout, width, image.getHeight());
        }
    }

    private void copyRow(int y, MemorySegment target, PixelLayout layout, int width, int height) {
        long pitch = layout.rowPitchFor(width);
        long at = (layout.flip() ? height - 1 - y : y) * pitch;
        pixels.copyArgb(row, 0, width, false, target.asSlice(at), PixelLayout.of(layout.format()), width, 1);
    }

    private int[] rowOf(int width) {
        if (row.length < width) {
            row = new int[width];
        }
        return row;
    }
}
