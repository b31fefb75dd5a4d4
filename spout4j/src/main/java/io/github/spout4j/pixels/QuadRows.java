package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Four bytes a pixel, whose colours alpha does not change. Small loops, which C2 turns into vector instructions. */
final class QuadRows extends PixelRows {
    static final int UNIT = 255;

    private static final int ALPHA = 3;
    private static final int COLOURS = 0xFFFFFF;

    private final int red;
    private final int blue;
    private final boolean opaque;
    private final Scaling[] scalings;
    private final int[] quads;

    QuadRows(PixelFormat format, AlphaStep alpha, int width, Scaling[] scalings) {
        red = format.shift(0);
        blue = format.shift(2);
        opaque = alpha == AlphaStep.OPAQUE || QuadCodec.isOpaque(format);
        this.scalings = scalings;
        quads = new int[width];
    }

    @Override
    void read(MemorySegment source, long from, float[][] planes) {
        MemorySegment.copy(source, PixelCopy.PIXEL, from, quads, 0, quads.length);
        unpack(red, scalings[0], planes[0]);
        unpack(Byte.SIZE, scalings[1], planes[1]);
        unpack(blue, scalings[2], planes[2]);
        if (planes.length > ALPHA) {
            if (opaque) {
                Arrays.fill(planes[ALPHA], scalings[ALPHA].of(UNIT));
            } else {
                unpack(ALPHA * Byte.SIZE, scalings[ALPHA], planes[ALPHA]);
            }
        }
    }

    @Override
    void write(float[][] planes, MemorySegment target, long to) {
        pack(planes, opaque ? ~COLOURS : 0);
        if (!opaque) {
            add(planes[ALPHA], factor(ALPHA), half(ALPHA), quads, ALPHA * Byte.SIZE);
        }
        MemorySegment.copy(quads, 0, target, PixelCopy.PIXEL, to, quads.length);
    }

    private void unpack(int shift, Scaling scaling, float[] plane) {
        unpack(quads, shift, plane, scaling.scale() * scaling.share(), scaling.mean() * scaling.share());
    }

    private static void unpack(int[] quads, int shift, float[] plane, double scale, double mean) {
        for (int i = 0; i < quads.length; i++) {
            plane[i] = (float) ((quads[i] >>> shift & 0xFF) * scale - mean);
        }
    }

    private void pack(float[][] planes, int rest) {
        pack(planes[0], factor(0), half(0), red, planes[1], factor(1), half(1), planes[2], factor(2), half(2), blue,
                rest,
                quads);
    }

    private float factor(int channel) {
        return (float) (scalings[channel].scale() * scalings[channel].share());
    }

    /** Rounds to the nearest where the rest is cut off. */
    private float half(int channel) {
        return (float) (0.5 - scalings[channel].mean() * scalings[channel].share());
    }

    private static void pack(float[] reds, float redFactor, float redHalf, int red, float[] greens, float greenFactor,
            float greenHalf, float[] blues, float blueFactor, float blueHalf, int blue, int rest, int[] quads) {
        for (int i = 0; i < quads.length; i++) {
            quads[i] = rest | toByte(reds[i] * redFactor + redHalf) << red
                    | toByte(greens[i] * greenFactor + greenHalf) << Byte.SIZE
                    | toByte(blues[i] * blueFactor + blueHalf) << blue;
        }
    }

    private static void add(float[] plane, float factor, float half, int[] quads, int shift) {
        for (int i = 0; i < quads.length; i++) {
            quads[i] |= toByte(plane[i] * factor + half) << shift;
        }
    }

    /** NaN is 0; float arithmetic is good enough for bytes. */
    private static int toByte(float number) {
        return Math.max(0, Math.min(UNIT, (int) number));
    }
}
