package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;

/**
 * How cameras and other programs lay pixels out in one to three planes, 8 bits a channel; by the names of GStreamer, which name bytes
 * in the order in which they lie in memory. Where two pixels share U and V and the width is odd, the last pixel has its own; where two
 * rows do, the last row.
 */
public enum CameraFormat {
    /** Y U Y V. */
    YUY2(1, 2, 1, false),
    /** U Y V Y. */
    UYVY(1, 2, 1, false),
    /** Y V Y U. */
    YVYU(1, 2, 1, false),
    /** A plane of Y, one of U and one of V, which two by two pixels share. */
    I420(3, 1, 2, false),
    /** As I420, V before U. */
    YV12(3, 1, 2, false),
    /** A plane of Y and one of U V, which two by two pixels share. */
    NV12(2, 1, 2, false),
    /** As NV12, V U. */
    NV21(2, 1, 2, false),
    /** A plane of Y, one of U and one of V, which two pixels of a row share. */
    Y42B(3, 1, 1, false),
    /** A plane of Y and one of U V, which two pixels of a row share. */
    NV16(2, 1, 1, false),
    /** R G B. */
    RGB24(1, 3, 0, false),
    /** B G R. */
    BGR24(1, 3, 0, false),
    /** R G B and a byte that says nothing, as in the next three. */
    RGBX(1, 4, 0, false), BGRX(1, 4, 0, false), XRGB(1, 4, 0, false), XBGR(1, 4, 0, false),
    /** R G B A. */
    RGBA(1, 4, 0, true), BGRA(1, 4, 0, true), ARGB(1, 4, 0, true), ABGR(1, 4, 0, true);

    /** Planes at most. */
    static final int MOST_PLANES = 3;

    private final int planes;
    private final int pixelBytes;
    private final int chromaRows;
    private final boolean hasAlpha;

    /**
     * @param pixelBytes bytes of a pixel in the first plane
     * @param chromaRows rows that share U and V; 0 where there are none
     */
    CameraFormat(int planes, int pixelBytes, int chromaRows, boolean hasAlpha) {
        this.planes = planes;
        this.pixelBytes = pixelBytes;
        this.chromaRows = chromaRows;
        this.hasAlpha = hasAlpha;
    }

    public int planes() {
        return planes;
    }

    /** Whether it has Y, U and V, and so needs a matrix and a range. */
    public boolean isYuv() {
        return chromaRows > 0;
    }

    /** What {@link CameraPixels} makes of it: BGRA8 where it has alpha, else BGRX8. */
    public PixelFormat target() {
        return hasAlpha ? PixelFormat.BGRA8 : PixelFormat.BGRX8;
    }

    /** Bytes that a row takes in a plane, without those up to the next row. */
    public long rowBytes(int plane, int width) {
        checkPlane(plane);
        if (plane > 0) {
            return planes == 2 ? even(width) : even(width) / 2;
        }
        return pixelBytes * (pixelBytes == 2 ? even(width) : width);
    }

    /** Rows that a plane has. */
    public int rows(int plane, int height) {
        checkPlane(plane);
        return plane == 0 || chromaRows == 1 ? height : height / 2 + height % 2;
    }

    /** Bytes from a row to the next where nobody says how many: as GStreamer, a multiple of 4. */
    public long stride(int plane, int width) {
        checkPlane(plane);
        long bytes = plane > 0 && planes == 2 ? width : rowBytes(plane, width);
        return bytes + 3 & ~3L;
    }

    /** Where a plane begins where nobody says it: as GStreamer, behind the one before, which has an even number of rows. */
    public long offset(int plane, int width, int height) {
        return offset(plane, stride(0, width), planes > 1 ? stride(1, width) : 0, height);
    }

    long offset(int plane, long stride, long chromaStride, int height) {
        checkPlane(plane);
        if (plane == 0) {
            return 0;
        }
        long first = Math.multiplyExact(stride, chromaRows == 2 ? even(height) : height);
        return plane == 1 ? first : Math.addExact(first, Math.multiplyExact(chromaStride, rows(1, height)));
    }

    /** Bytes of all planes where nobody says where they are. */
    public long bytes(int width, int height) {
        int last = planes - 1;
        long rows = last == 0 ? height : rows(last, height);
        return Math.addExact(offset(last, width, height), Math.multiplyExact(stride(last, width), rows));
    }

    int pixelBytes() {
        return pixelBytes;
    }

    int chromaRows() {
        return chromaRows;
    }

    boolean hasAlpha() {
        return hasAlpha;
    }

    private void checkPlane(int plane) {
        if (plane < 0 || plane >= planes) {
            throw new IndexOutOfBoundsException(this + " has no plane " + plane + " of " + planes);
        }
    }

    private static long even(int pixels) {
        return pixels + 1L & ~1L;
    }
}
