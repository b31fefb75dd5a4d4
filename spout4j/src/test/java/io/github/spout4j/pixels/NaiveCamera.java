package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** One picture of a camera, pixel by pixel and in doubles: slow and plainly right. */
public final class NaiveCamera {
    private final CameraFormat format;
    private final MemorySegment[] planes;
    private final long[] offsets;
    private final long[] strides;

    public NaiveCamera(CameraFormat format, MemorySegment[] planes, long[] offsets, long[] strides) {
        this.format = format;
        this.planes = planes;
        this.offsets = offsets;
        this.strides = strides;
    }

    /** Red, green, blue and alpha of a pixel. */
    public int[] rgba(int x, int y, ColorMatrix matrix, ColorRange range) {
        int pair = x / 2;
        int below = y / 2;
        return switch (format) {
            case YUY2 -> yuv(at(0, y, 2 * x), at(0, y, 4 * pair + 1), at(0, y, 4 * pair + 3), matrix, range);
            case YVYU -> yuv(at(0, y, 2 * x), at(0, y, 4 * pair + 3), at(0, y, 4 * pair + 1), matrix, range);
            case UYVY -> yuv(at(0, y, 2 * x + 1), at(0, y, 4 * pair), at(0, y, 4 * pair + 2), matrix, range);
            case I420 -> yuv(at(0, y, x), at(1, below, pair), at(2, below, pair), matrix, range);
            case YV12 -> yuv(at(0, y, x), at(2, below, pair), at(1, below, pair), matrix, range);
            case Y42B -> yuv(at(0, y, x), at(1, y, pair), at(2, y, pair), matrix, range);
            case NV12 -> yuv(at(0, y, x), at(1, below, 2 * pair), at(1, below, 2 * pair + 1), matrix, range);
            case NV21 -> yuv(at(0, y, x), at(1, below, 2 * pair + 1), at(1, below, 2 * pair), matrix, range);
            case NV16 -> yuv(at(0, y, x), at(1, y, 2 * pair), at(1, y, 2 * pair + 1), matrix, range);
            case RGB24 -> rgb(x, y, 3, 0, 1, 2, -1);
            case BGR24 -> rgb(x, y, 3, 2, 1, 0, -1);
            case RGBX -> rgb(x, y, 4, 0, 1, 2, -1);
            case BGRX -> rgb(x, y, 4, 2, 1, 0, -1);
            case XRGB -> rgb(x, y, 4, 1, 2, 3, -1);
            case XBGR -> rgb(x, y, 4, 3, 2, 1, -1);
            case RGBA -> rgb(x, y, 4, 0, 1, 2, 3);
            case BGRA -> rgb(x, y, 4, 2, 1, 0, 3);
            case ARGB -> rgb(x, y, 4, 1, 2, 3, 0);
            case ABGR -> rgb(x, y, 4, 3, 2, 1, 0);
        };
    }

    private int at(int plane, int row, int index) {
        return planes[plane].get(JAVA_BYTE, offsets[plane] + row * strides[plane] + index) & 0xFF;
    }

    private int[] rgb(int x, int y, int bytes, int red, int green, int blue, int alpha) {
        int from = bytes * x;
        return new int[]{at(0, y, from + red), at(0, y, from + green), at(0, y, from + blue),
                alpha < 0 ? 255 : at(0, y, from + alpha)};
    }

    private static int[] yuv(int y, int u, int v, ColorMatrix matrix, ColorRange range) {
        double red = matrix == ColorMatrix.BT601 ? 0.299 : matrix == ColorMatrix.BT709 ? 0.2126 : 0.2627;
        double blue = matrix == ColorMatrix.BT601 ? 0.114 : matrix == ColorMatrix.BT709 ? 0.0722 : 0.0593;
        boolean full = range == ColorRange.FULL;
        double luma = full ? y / 255.0 : (y - 16) / 219.0;
        double pb = (u - 128) / (full ? 255.0 : 224.0);
        double pr = (v - 128) / (full ? 255.0 : 224.0);
        double r = luma + 2 * (1 - red) * pr;
        double b = luma + 2 * (1 - blue) * pb;
        double g = (luma - red * r - blue * b) / (1 - red - blue);
        return new int[]{eightBits(r), eightBits(g), eightBits(b), 255};
    }

    private static int eightBits(double number) {
        return (int) Math.clamp(Math.floor(number * 255 + 0.5), 0, 255);
    }
}
