package io.github.spout4j.pixels;

import java.lang.foreign.MemorySegment;

/**
 * Pictures of cameras become blue, green, red and alpha, a byte each: {@link CameraFormat#target}. Of Y, U and V each is the
 * nearest integer of the exact formula (a half upwards), cut off to 0 to 255, or in fewer than one of 20,000 colours 1 from it; pixels that share U and V have the same, not something
 * between their neighbours'. Colours and alpha are copied as they stand; what has no alpha gets 255.
 *
 * <p>Whatever the source says of itself is checked before the first read. Source and target must not overlap. One thread at a time;
 * allocates nothing for a picture. The machine is little-endian.
 */
public final class CameraPixels {
    /** Pixels at a time: few enough to stay in the first level cache; a multiple of 8. */
    private static final int CHUNK = 1024;

    private static final int PAIRS = CHUNK / 2;
    private static final int FOURS = CHUNK / 4;

    private final int[] luma = new int[FOURS];
    private final int[] chroma = new int[FOURS];
    private final int[] firstChroma = new int[FOURS / 2];
    private final int[] secondChroma = new int[FOURS / 2];
    private final long[] woven = new long[FOURS];
    private final int[] quads = new int[PAIRS];
    private final int[] left = new int[PAIRS];
    private final int[] right = new int[PAIRS];
    private final long[] pairs = new long[PAIRS];
    private final int[] packed = new int[CHUNK];
    private final int[] pixels = new int[CHUNK];
    private final MemorySegment lumaBytes = MemorySegment.ofArray(luma);
    private final MemorySegment chromaBytes = MemorySegment.ofArray(chroma);
    private final MemorySegment firstChromaBytes = MemorySegment.ofArray(firstChroma);
    private final MemorySegment secondChromaBytes = MemorySegment.ofArray(secondChroma);
    private final MemorySegment wovenBytes = MemorySegment.ofArray(woven);
    private final MemorySegment quadBytes = MemorySegment.ofArray(quads);
    private final MemorySegment pairBytes = MemorySegment.ofArray(pairs);
    private final MemorySegment packedBytes = MemorySegment.ofArray(packed);
    private final MemorySegment pixelBytes = MemorySegment.ofArray(pixels);

    /**
     * Converts one picture.
     *
     * @param matrix         of Y, U and V; not looked at for other formats, as the range
     * @param targetRowPitch bytes from a row of the target to the next; what is between them stays as it is
     * @throws IllegalArgumentException where a plane or the target is too small for the size, an offset or a stride makes no sense, or
     *                                  the target is read-only
     * @throws IllegalStateException    where memory of the source is closed
     * @throws WrongThreadException     where it belongs to another thread
     */
    public void convert(CameraFormat format, CameraPlanes source, int width, int height, ColorMatrix matrix,
            ColorRange range, MemorySegment target, long targetRowPitch) {
        Bounds.checkSize(width, height);
        source.check(format, width, height);
        Bounds.checkTarget(target, targetRowPitch, width, height);
        if (format.isYuv()) {
            convertYuv(format, source, width, height, YuvToRgb.of(matrix, range), target, targetRowPitch);
        } else {
            convertRgb(format, source, width, height, target, targetRowPitch);
        }
    }

    private void convertYuv(CameraFormat format, CameraPlanes source, int width, int height, YuvToRgb colours,
            MemorySegment target, long pitch) {
        int shared = format.chromaRows();
        for (long top = 0; top < height; top += shared) {
            long bottom = Math.min(top + shared, height);
            for (long x = 0; x < width; x += CHUNK) {
                int count = (int) Math.min(CHUNK, width - x);
                loadChroma(format, source, top / shared, x, count);
                for (long y = top; y < bottom; y++) {
                    loadQuads(format, source, y, x, count);
                    colours.convert(quads, left, right, pairs, (count + 1) / 2);
                    MemorySegment.copy(pairBytes, 0, target, y * pitch + x * Integer.BYTES,
                            (long) count * Integer.BYTES);
                }
            }
        }
    }

    /** U V of pixels from x on, where they have planes of their own. */
    private void loadChroma(CameraFormat format, CameraPlanes source, long row, long x, int count) {
        int colours = (count + 1) / 2;
        switch (format) {
            case NV12, NV16 -> source.copy(1, row, x, chromaBytes, 2L * colours);
            case NV21 -> {
                source.copy(1, row, x, chromaBytes, 2L * colours);
                CameraBytes.swapNeighbours(chroma, fours(count));
            }
            case I420, Y42B -> weaveChroma(source, 1, 2, row, x / 2, colours);
            case YV12 -> weaveChroma(source, 2, 1, row, x / 2, colours);
            default -> {
            }
        }
    }

    private void weaveChroma(CameraPlanes source, int planeOfU, int planeOfV, long row, long from, int colours) {
        source.copy(planeOfU, row, from, firstChromaBytes, colours);
        source.copy(planeOfV, row, from, secondChromaBytes, colours);
        CameraBytes.weave(firstChroma, secondChroma, woven, fours(colours));
        MemorySegment.copy(wovenBytes, 0, chromaBytes, 0, 2L * colours);
    }

    private void loadQuads(CameraFormat format, CameraPlanes source, long row, long x, int count) {
        int wanted = (count + 1) / 2;
        if (format.planes() > 1) {
            source.copy(0, row, x, lumaBytes, count);
            CameraBytes.weave(luma, chroma, woven, fours(count));
            MemorySegment.copy(wovenBytes, 0, quadBytes, 0, (long) wanted * Integer.BYTES);
            return;
        }
        source.copy(0, row, 2 * x, quadBytes, (long) wanted * Integer.BYTES);
        if (format == CameraFormat.UYVY) {
            CameraBytes.swapNeighbours(quads, wanted);
        } else if (format == CameraFormat.YVYU) {
            CameraBytes.swapColours(quads, wanted);
        }
    }

    private static int fours(int bytes) {
        return (bytes + 3) / 4;
    }

    private void convertRgb(CameraFormat format, CameraPlanes source, int width, int height, MemorySegment target,
            long pitch) {
        int bytes = format.pixelBytes();
        for (long y = 0; y < height; y++) {
            for (long x = 0; x < width; x += CHUNK) {
                int count = (int) Math.min(CHUNK, width - x);
                source.copy(0, y, bytes * x, bytes == 3 ? packedBytes : pixelBytes, (long) bytes * count);
                reorder(format, count);
                MemorySegment.copy(pixelBytes, 0, target, y * pitch + x * Integer.BYTES, (long) count * Integer.BYTES);
            }
        }
    }

    private void reorder(CameraFormat format, int count) {
        switch (format) {
            case BGR24 -> CameraBytes.spreadThirds(packed, pixels, count);
            case RGB24 -> {
                CameraBytes.spreadThirds(packed, pixels, count);
                Swizzle.swap(pixels, count);
            }
            case RGBX, RGBA -> Swizzle.swap(pixels, count);
            case XRGB, ARGB -> Swizzle.reverse(pixels, count);
            case XBGR, ABGR -> Swizzle.abgrToArgb(pixels, count);
            default -> {
            }
        }
        if (!format.hasAlpha()) {
            Swizzle.opaque(pixels, count);
        }
    }
}
