package io.github.spout4j.cli.pictures;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutFrame;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.lang.foreign.MemorySegment;

/** A copy of a frame as an image; one of one channel is gray. The next frame of that kind gets the same image. */
final class FrameImage {
    private static final int CHANNELS = 4;

    private final Depth depth;
    private Kind kind;
    private BufferedImage image;
    private MemorySegment pixels;

    /** @param depth bits of each channel; null for those that a frame's format needs */
    FrameImage(Depth depth) {
        this.depth = depth;
    }

    BufferedImage of(SpoutFrame frame) {
        PixelFormat format = frame.format();
        Kind needed = new Kind(frame.width(), frame.height(), depth != null ? depth : Depth.of(format),
                format.channels());
        if (!needed.equals(kind)) {
            image = needed.newImage();
            pixels = pixels(image);
            kind = needed;
        }
        frame.copyTo(pixels, PixelLayout.of(needed.format()));
        return image;
    }

    private static MemorySegment pixels(BufferedImage image) {
        return switch (image.getRaster().getDataBuffer()) {
            case DataBufferByte data -> MemorySegment.ofArray(data.getData());
            case DataBufferUShort data -> MemorySegment.ofArray(data.getData());
            case DataBufferInt data -> MemorySegment.ofArray(data.getData());
            default -> throw new IllegalArgumentException("an image of type " + image.getType());
        };
    }

    /** What an image must be for a frame. */
    private record Kind(int width, int height, Depth depth, int channels) {
        private boolean gray() {
            return channels == 1;
        }

        private boolean alpha() {
            return channels == CHANNELS;
        }

        /** How the image's numbers lie. */
        private PixelFormat format() {
            if (depth == Depth.EIGHT) {
                return gray() ? PixelFormat.R8 : PixelFormat.BGRA8;
            }
            return gray() ? PixelFormat.R16 : PixelFormat.RGBA16;
        }

        private BufferedImage newImage() {
            if (depth == Depth.EIGHT) {
                return new BufferedImage(width, height, gray()
                        ? BufferedImage.TYPE_BYTE_GRAY
                        : alpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            }
            return gray()
                    ? new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY)
                    : newWideImage();
        }

        /** Its numbers lie by four, though there be no alpha. */
        private BufferedImage newWideImage() {
            ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha(), false,
                    alpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
            int[] bands = alpha() ? new int[]{0, 1, 2, 3} : new int[]{0, 1, 2};
            return new BufferedImage(model, Raster.createInterleavedRaster(
                    new DataBufferUShort(CHANNELS * width * height), width, height, CHANNELS * width, CHANNELS, bands,
                    null), false, null);
        }
    }
}
