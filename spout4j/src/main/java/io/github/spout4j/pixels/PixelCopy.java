package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/**
 * Copies pixels between all formats, converting and flipping in one pass. Sizes are checked before anything is written;
 * bytes between a target's rows stay as they are. Source and target must not overlap. One thread at a time; allocates
 * nothing but some KiB when a format is met for the first time.
 *
 * <p>A number becomes the nearest that the target's format has, as in Direct3D: clamped, and NaN to 0, where that is not a
 * float. sRGB colours are copied as they stand. A channel that the source does not have is 0, alpha is 1; so R8 to RGBA8 is
 * red alone and opaque, and RGBA8 to R8 is red; only images ({@link ImagePixels}) take one channel for gray. BGRX8 is
 * opaque: its fourth byte is not looked at, and is written as 255 (but between two BGRX8 as it stands). What alpha means is
 * converted from one layout's to the other's, as {@link Alpha} says.
 */
public final class PixelCopy {
    /** A pixel's four bytes as an int, the first the lowest: BGRA8 is 0xAARRGGBB on any machine. */
    static final ValueLayout.OfInt PIXEL = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong WIDE_PIXEL = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Pixels converted at a time: few enough to stay in the first level cache. */
    private static final int CHUNK = 512;

    /**
     * Pixels of the next row that are copied before this one where rows are turned: each begins two rows before the last one ended, where no
     * hardware expects it, and so its page and first line are there in time.
     */
    private static final int HEAD = 2;

    /** Pixels that are copied both ways to see which is faster, and how often. C2 compiles what was called 600 times. */
    private static final int TRIAL = 256;
    private static final int TRIALS = 8;

    /** Pixels of one call, such that a loop over longs has an int for its index. */
    private static final int PAIRS = 1 << 16;

    private final int[] chunk = new int[CHUNK];
    private final RowCodec[] codecs = new RowCodec[PixelFormat.values().length];
    private final boolean tries;
    private float[] rgba;
    private long[] wide;

    /** One that finds out what is fast here. */
    public PixelCopy() {
        this(true);
    }

    /** @param tries whether {@link PixelPairs} have to prove fast before they are used */
    PixelCopy(boolean tries) {
        this.tries = tries;
    }

    /**
     * For who must know before anything is written.
     *
     * @throws IllegalArgumentException where the source is too small for the pixels
     * @throws IllegalStateException    where its memory is closed
     * @throws WrongThreadException     where it belongs to another thread
     */
    public static void checkSource(MemorySegment source, PixelLayout layout, int width, int height) {
        Bounds.checkSource(source, layout, width, height);
    }

    /** @throws IllegalArgumentException where the target is too small for the pixels, or read-only */
    public static void checkTarget(MemorySegment target, PixelLayout layout, int width, int height) {
        Bounds.checkTarget(target, layout, width, height);
    }

    /**
     * Copies between segments of any kind and alignment; upside down where exactly one of the layouts is flipped.
     *
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copy(MemorySegment source, PixelLayout sourceLayout, MemorySegment target, PixelLayout targetLayout,
            int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, sourceLayout, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        long pixels = width;
        long to = 0;
        long fromPitch = sourceLayout.rowPitchFor(width);
        long toPitch = targetLayout.rowPitchFor(width);
        boolean flip = sourceLayout.flip() != targetLayout.flip();
        int rows = height;
        if (flip) {
            // read upwards, write downwards: the other way round takes a quarter longer
            to = (height - 1) * toPitch;
            toPitch = -toPitch;
        } else if (Bounds.isTight(sourceLayout, width) && Bounds.isTight(targetLayout, width)) {
            pixels *= height;
            rows = 1;
        }
        PixelFormat from = sourceLayout.format();
        PixelFormat into = targetLayout.format();
        AlphaStep alpha = AlphaStep.between(sourceLayout, targetLayout);
        Way way = Way.between(from, into, alpha);
        PixelPairs pairs = pairs(way, alpha, source, target, into, to, pixels);
        for (long y = 0; y < rows; y++) {
            if (flip && y + 1 < rows) {
                copyRow(way, pairs, alpha, source, from, (y + 1) * fromPitch, target, into, to + (y + 1) * toPitch,
                        Math.min(HEAD, pixels));
            }
            copyRow(way, pairs, alpha, source, from, y * fromPitch, target, into, to + y * toPitch, pixels);
        }
    }

    /** The loop over native segments for this; null where there is none, or none that is fast. */
    private PixelPairs pairs(Way way, AlphaStep alpha, MemorySegment source, MemorySegment target, PixelFormat into,
            long to, long pixels) {
        PixelPairs pairs = PixelPairs.of(way, alpha);
        if (pairs == null || !source.isNative() || !target.isNative()) {
            return null;
        }
        boolean used = !tries || pixels >= TRIAL && areFast(pairs, way, alpha, source, target, into, to);
        return used ? pairs : null;
    }

    /**
     * Until C2 has compiled the loop it takes a hundred times as long as chunks do, and a first frame half a second. The first pixels
     * tell, each time anew since compiled code may be dropped, in two millionths of a second.
     */
    private boolean areFast(PixelPairs pairs, Way way, AlphaStep alpha, MemorySegment source, MemorySegment target,
            PixelFormat into, long to) {
        long inPairs = Long.MAX_VALUE;
        long inChunks = Long.MAX_VALUE;
        convertQuads(way, alpha, source, 0, target, into, to, TRIAL);
        for (int i = 0; i < TRIALS; i++) {
            long start = System.nanoTime();
            pairs.copy(source, 0, target, to, TRIAL);
            long between = System.nanoTime();
            convertQuads(way, alpha, source, 0, target, into, to, TRIAL);
            long end = System.nanoTime();
            inPairs = Math.min(inPairs, between - start);
            inChunks = Math.min(inChunks, end - between);
        }
        return inPairs < 2 * inChunks;
    }

    private void copyRow(Way way, PixelPairs pairs, AlphaStep alpha, MemorySegment source, PixelFormat from,
            long fromOffset, MemorySegment target, PixelFormat into, long toOffset, long pixels) {
        if (pairs != null) {
            copyPairs(pairs, source, fromOffset, target, toOffset, pixels);
            return;
        }
        switch (way) {
            case SAME -> MemorySegment.copy(source, fromOffset, target, toOffset, pixels * into.bytesPerPixel());
            case QUADS, SWAP, TEN_BITS, SIXTEEN_BITS, HALVES ->
                convertQuads(way, alpha, source, fromOffset, target, into, toOffset, pixels);
            case FLOATS -> convert(alpha, source, from, fromOffset, target, into, toOffset, pixels);
        }
    }

    /**
     * {@link #copy} from an array; by itself, since a segment of the array would be a new object each time.
     *
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copyBytes(byte[] source, PixelLayout sourceLayout, MemorySegment target, PixelLayout targetLayout,
            int width, int height) {
        if (!sourceLayout.equals(targetLayout) || !Bounds.isTight(sourceLayout, width)) {
            copy(MemorySegment.ofArray(source), sourceLayout, target, targetLayout, width, height);
            return;
        }
        Bounds.checkSize(width, height);
        Bounds.checkSource(source.length, sourceLayout, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        MemorySegment.copy(source, 0, target, JAVA_BYTE, 0, (int) sourceLayout.bytesFor(width, height));
    }

    /**
     * Copies Java ints, {@code 0xAARRGGBB}, top row first.
     *
     * @param offset   index of the first pixel
     * @param scanline ints from one row to the next
     * @param alpha    what their alpha means
     * @throws IllegalArgumentException where source or target is too small, or the target is read-only
     */
    public void copyArgb(int[] source, int offset, int scanline, Alpha alpha, MemorySegment target,
            PixelLayout targetLayout, int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkArray("source", source, offset, scanline, width, height);
        Bounds.checkTarget(target, targetLayout, width, height);
        long to = 0;
        long toPitch = targetLayout.rowPitchFor(width);
        int row = width;
        int rows = height;
        if (targetLayout.flip()) {
            to = (height - 1) * toPitch;
            toPitch = -toPitch;
        } else if (scanline == width && Bounds.isTight(targetLayout, width)) {
            row *= height;
            rows = 1;
        }
        AlphaStep step = AlphaStep.between(PixelLayout.BGRA.alpha(alpha), targetLayout);
        for (int y = 0; y < rows; y++) {
            if (targetLayout.flip() && y + 1 < rows) {
                store(source, offset + (y + 1) * scanline, step, target, targetLayout.format(), to + (y + 1) * toPitch,
                        Math.min(HEAD, row));
            }
            store(source, offset + y * scanline, step, target, targetLayout.format(), to + y * toPitch, row);
        }
    }

    /**
     * Copies to Java ints, {@code 0xAARRGGBB}, top row first, of straight alpha.
     *
     * @param offset   index of the first pixel
     * @param scanline ints from one row to the next
     * @throws IllegalArgumentException where source or target is too small
     */
    public void copyToArgb(MemorySegment source, PixelLayout sourceLayout, int[] target, int offset, int scanline,
            int width, int height) {
        Bounds.checkSize(width, height);
        Bounds.checkSource(source, sourceLayout, width, height);
        Bounds.checkArray("target", target, offset, scanline, width, height);
        int to = offset;
        int toScanline = scanline;
        long fromPitch = sourceLayout.rowPitchFor(width);
        int row = width;
        int rows = height;
        if (sourceLayout.flip()) {
            to = offset + (height - 1) * scanline;
            toScanline = -scanline;
        } else if (scanline == width && Bounds.isTight(sourceLayout, width)) {
            row *= height;
            rows = 1;
        }
        AlphaStep step = AlphaStep.between(sourceLayout, PixelLayout.BGRA);
        for (int y = 0; y < rows; y++) {
            if (sourceLayout.flip() && y + 1 < rows) {
                load(source, sourceLayout.format(), (y + 1) * fromPitch, step, target, to + (y + 1) * toScanline,
                        Math.min(HEAD, row));
            }
            load(source, sourceLayout.format(), y * fromPitch, step, target, to + y * toScanline, row);
        }
    }

    private static void copyPairs(PixelPairs pairs, MemorySegment source, long from, MemorySegment target, long to,
            long pixels) {
        int count;
        for (long done = 0; done < pixels; done += count) {
            count = (int) Math.min(PAIRS, pixels - done);
            pairs.copy(source, from + done * Integer.BYTES, target, to + done * Integer.BYTES, count);
        }
    }

    /** By way of a chunk of ints, in which C2 vectorises each step. */
    private void convertQuads(Way way, AlphaStep alpha, MemorySegment source, long from, MemorySegment target,
            PixelFormat into, long to, long pixels) {
        int count;
        for (long done = 0; done < pixels; done += count) {
            count = (int) Math.min(CHUNK, pixels - done);
            if (way == Way.SIXTEEN_BITS || way == Way.HALVES) {
                MemorySegment.copy(source, WIDE_PIXEL, from + done * Long.BYTES, wide(), 0, count);
                if (way == Way.HALVES) {
                    HalfBytes.toBytes(wide(), chunk, count);
                } else {
                    Swizzle.sixteenBitsToBytes(wide(), chunk, count);
                }
            } else {
                MemorySegment.copy(source, PIXEL, from + done * Integer.BYTES, chunk, 0, count);
                if (way == Way.TEN_BITS) {
                    Swizzle.tenBitsToBytes(chunk, count);
                }
            }
            if (way.swaps(into)) {
                Swizzle.swap(chunk, count);
            }
            alpha.take(chunk, 0, count);
            MemorySegment.copy(chunk, 0, target, PIXEL, to + done * Integer.BYTES, count);
        }
    }

    private void convert(AlphaStep alpha, MemorySegment source, PixelFormat from, long fromOffset, MemorySegment target,
            PixelFormat into, long toOffset, long pixels) {
        RowCodec reader = codec(from);
        RowCodec writer = codec(into);
        int count;
        for (long done = 0; done < pixels; done += count) {
            count = (int) Math.min(RowCodec.MOST, pixels - done);
            reader.read(source, fromOffset + done * from.bytesPerPixel(), rgba(), count);
            alpha.take(rgba(), count);
            writer.write(rgba(), target, toOffset + done * into.bytesPerPixel(), count);
        }
    }

    private RowCodec codec(PixelFormat format) {
        RowCodec codec = codecs[format.ordinal()];
        if (codec == null) {
            codec = RowCodec.of(format);
            codecs[format.ordinal()] = codec;
        }
        return codec;
    }

    private long[] wide() {
        if (wide == null) {
            wide = new long[CHUNK];
        }
        return wide;
    }

    private float[] rgba() {
        if (rgba == null) {
            rgba = new float[RowCodec.MOST * RowCodec.CHANNELS];
        }
        return rgba;
    }

    /** Copies ints that are known to fit. */
    void store(int[] source, int from, AlphaStep alpha, MemorySegment target, PixelFormat format, long to, int count) {
        if (QuadCodec.is(format) && !alpha.needsFloats(format)) {
            storeQuads(source, from, QuadCodec.redFirst(format), alpha, target, to, count);
        } else {
            storeFloats(source, from, alpha, target, format, to, count);
        }
    }

    /** Copies numbers, red, green, blue and alpha of at most {@link RowCodec#MOST} pixels; they are any after that. */
    void store(float[] numbers, AlphaStep alpha, MemorySegment target, PixelFormat format, long to, int count) {
        alpha.take(numbers, count);
        codec(format).write(numbers, target, to, count);
    }

    private void storeFloats(int[] source, int from, AlphaStep alpha, MemorySegment target, PixelFormat format, long to,
            int pixels) {
        RowCodec writer = codec(format);
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(RowCodec.MOST, pixels - done);
            QuadCodec.toFloats(source, from + done, false, rgba(), count);
            alpha.take(rgba(), count);
            writer.write(rgba(), target, to + (long) done * format.bytesPerPixel(), count);
        }
    }

    private void storeQuads(int[] source, int from, boolean swap, AlphaStep alpha, MemorySegment target, long to,
            int count) {
        if (!swap && alpha == AlphaStep.NONE) {
            MemorySegment.copy(source, from, target, PIXEL, to, count);
        } else if (!target.isNative() || alpha.changesColours()) {
            storeByChunks(source, from, swap, alpha, target, to, count);
        } else if (!swap) {
            Swizzle.opaqueToNative(source, from, target, to, count);
        } else if (alpha == AlphaStep.OPAQUE) {
            Swizzle.swapOpaqueToNative(source, from, target, to, count);
        } else {
            Swizzle.swapToNative(source, from, target, to, count);
        }
    }

    private void storeByChunks(int[] source, int from, boolean swap, AlphaStep alpha, MemorySegment target, long to,
            int pixels) {
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(CHUNK, pixels - done);
            System.arraycopy(source, from + done, chunk, 0, count);
            if (swap) {
                Swizzle.swap(chunk, count);
            }
            alpha.take(chunk, 0, count);
            MemorySegment.copy(chunk, 0, target, PIXEL, to + (long) done * Integer.BYTES, count);
        }
    }

    /** Copies to ints that are known to fit. */
    void load(MemorySegment source, PixelFormat format, long from, AlphaStep alpha, int[] target, int to, int count) {
        if (!QuadCodec.is(format)) {
            loadFloats(source, format, from, alpha, target, to, count);
            return;
        }
        if (!QuadCodec.redFirst(format)) {
            MemorySegment.copy(source, PIXEL, from, target, to, count);
        } else if (source.isNative()) {
            Swizzle.swapFromNative(source, from, target, to, count);
        } else {
            swapByChunks(source, from, target, to, count);
        }
        alpha.take(target, to, count);
    }

    private void loadFloats(MemorySegment source, PixelFormat format, long from, AlphaStep alpha, int[] target, int to,
            int pixels) {
        RowCodec reader = codec(format);
        QuadCodec writer = (QuadCodec) codec(PixelFormat.RGBA8);
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(RowCodec.MOST, pixels - done);
            reader.read(source, from + (long) done * format.bytesPerPixel(), rgba(), count);
            alpha.take(rgba(), count);
            writer.fromFloats(rgba(), chunk, 0, count);
            Swizzle.swap(chunk, count);
            System.arraycopy(chunk, 0, target, to + done, count);
        }
    }

    private void swapByChunks(MemorySegment source, long from, int[] target, int to, int pixels) {
        int count;
        for (int done = 0; done < pixels; done += count) {
            count = Math.min(CHUNK, pixels - done);
            MemorySegment.copy(source, PIXEL, from + (long) done * Integer.BYTES, chunk, 0, count);
            Swizzle.swap(chunk, count);
            System.arraycopy(chunk, 0, target, to + done, count);
        }
    }
}
