package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;

/** Pixels of any format, some hundred at a time, by its {@link RowCodec}. */
final class CodecRows extends PixelRows {
    private final AlphaStep alpha;
    private final int width;
    private final int bytesPerPixel;
    private final RowCodec codec;
    private final Scaling[] scalings;
    private final float[] rgba = new float[RowCodec.MOST * RowCodec.CHANNELS];

    CodecRows(PixelFormat format, AlphaStep alpha, int width, Scaling[] scalings) {
        this.alpha = alpha;
        this.scalings = scalings;
        this.width = width;
        bytesPerPixel = format.bytesPerPixel();
        codec = RowCodec.of(format);
    }

    @Override
    void read(MemorySegment source, long from, float[][] planes) {
        int count;
        for (int done = 0; done < width; done += count) {
            count = Math.min(RowCodec.MOST, width - done);
            codec.read(source, from + (long) done * bytesPerPixel, rgba, count);
            alpha.take(rgba, count);
            for (int channel = 0; channel < planes.length; channel++) {
                part(rgba, channel, planes[channel], done, count);
            }
        }
        scale(planes);
    }

    @Override
    void write(float[][] planes, MemorySegment target, long to) {
        scale(planes);
        int count;
        for (int done = 0; done < width; done += count) {
            count = Math.min(RowCodec.MOST, width - done);
            for (int channel = 0; channel < planes.length; channel++) {
                join(planes[channel], done, rgba, channel, count);
            }
            alpha.take(rgba, count);
            codec.write(rgba, target, to + (long) done * bytesPerPixel, count);
        }
    }

    private void scale(float[][] planes) {
        for (int channel = 0; channel < planes.length; channel++) {
            scalings[channel].take(planes[channel], width);
        }
    }

    private static void part(float[] rgba, int channel, float[] plane, int to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            plane[to + i] = rgba[RowCodec.CHANNELS * i + channel];
        }
    }

    private static void join(float[] plane, int from, float[] rgba, int channel, int pixels) {
        for (int i = 0; i < pixels; i++) {
            rgba[RowCodec.CHANNELS * i + channel] = plane[from + i];
        }
    }
}
