package io.github.spout4j.preview;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.lang.foreign.MemorySegment;

/** A frame as an image of straight alpha: of 16 bits where its format has more than 8, and gray where it has one channel. */
final class Snapshot {
    private static final int CHANNELS = 4;

    private Snapshot() {}

    /** @param premultiplied whether the sender's colours are multiplied by alpha */
    static BufferedImage of(SpoutFrame frame, boolean premultiplied) {
        PixelFormat format = frame.format();
        boolean wide = format.bits(0) > Byte.SIZE;
        boolean alpha = format.channels() == CHANNELS;
        BufferedImage image = format.channels() == 1
                ? new BufferedImage(frame.width(), frame.height(),
                        wide ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY)
                : wide ? wide(frame, alpha, premultiplied) : narrow(frame, alpha, premultiplied);
        switch (image.getRaster().getDataBuffer()) {
            case DataBufferByte gray -> copy(frame, MemorySegment.ofArray(gray.getData()), PixelFormat.R8);
            case DataBufferInt colours -> copy(frame, MemorySegment.ofArray(colours.getData()), PixelFormat.BGRA8);
            case DataBufferUShort numbers -> copy(frame, MemorySegment.ofArray(numbers.getData()),
                    format.channels() == 1 ? PixelFormat.R16 : PixelFormat.RGBA16);
            default -> throw new IllegalStateException("an image of type " + image.getType());
        }
        image.coerceData(false);
        return image;
    }

    private static void copy(SpoutFrame frame, MemorySegment target, PixelFormat format) {
        frame.copyTo(target, PixelLayout.of(format));
    }

    private static BufferedImage narrow(SpoutFrame frame, boolean alpha, boolean premultiplied) {
        return new BufferedImage(frame.width(), frame.height(), !alpha
                ? BufferedImage.TYPE_INT_RGB
                : premultiplied ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_ARGB);
    }

    /** Its numbers lie by four, though there be no alpha. */
    private static BufferedImage wide(SpoutFrame frame, boolean alpha, boolean premultiplied) {
        int width = frame.width();
        int height = frame.height();
        int[] bands = alpha ? new int[]{0, 1, 2, 3} : new int[]{0, 1, 2};
        return new BufferedImage(
                new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, alpha && premultiplied,
                        alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT),
                Raster.createInterleavedRaster(new DataBufferUShort(CHANNELS * width * height), width, height,
                        CHANNELS * width, CHANNELS, bands, null),
                alpha && premultiplied, null);
    }
}
