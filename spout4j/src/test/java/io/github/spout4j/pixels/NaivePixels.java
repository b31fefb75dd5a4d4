package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/** Pixels one by one and byte by byte: slow and plainly right. */
public final class NaivePixels {
    static final int SENTINEL = 0xC3;
    private static final int ALPHA = 3;

    private NaivePixels() {}

    /** The pixel at (x, y), y counted from the top, as 0xAARRGGBB. */
    static int get(MemorySegment memory, PixelLayout layout, int x, int y, int width, int height) {
        long at = at(layout, x, y, width, height);
        int argb = 0;
        for (int channel : new int[]{ALPHA, 0, 1, 2}) {
            argb = argb << 8 | unorm(NaiveNumbers.read(memory, at, layout.format(), channel));
        }
        return argb;
    }

    private static int unorm(float number) {
        return (int) NaiveNumbers.encode(PixelFormat.Numbers.UNORM, 8, number);
    }

    /** @param alpha what it means in the colours */
    static void set(MemorySegment memory, PixelLayout layout, int x, int y, int width, int height, Alpha alpha,
            float... rgba) {
        convert(rgba, alpha, layout.alpha(), false);
        NaiveNumbers.write(memory, at(layout, x, y, width, height), layout.format(), rgba);
    }

    private static void copy(MemorySegment source, PixelLayout from, MemorySegment target, PixelLayout to, int x, int y,
            int width, int height) {
        long sourceAt = at(from, x, y, width, height);
        long targetAt = at(to, x, y, width, height);
        boolean alphas = from.format().bits(ALPHA) > 0;
        if (from.format() == to.format() && (!alphas || from.alpha() == to.alpha() && to.alpha() != Alpha.OPAQUE)) {
            for (int i = 0; i < to.format().bytesPerPixel(); i++) {
                target.set(JAVA_BYTE, targetAt + i, source.get(JAVA_BYTE, sourceAt + i));
            }
            return;
        }
        float[] rgba = new float[4];
        for (int channel = 0; channel < 4; channel++) {
            rgba[channel] = NaiveNumbers.read(source, sourceAt, from.format(), channel);
        }
        if (alphas) {
            convert(rgba, from.alpha(), to.alpha(), isBytes(from.format()) && isBytes(to.format()));
        }
        NaiveNumbers.write(target, targetAt, to.format(), rgba);
    }

    private static void convert(float[] rgba, Alpha from, Alpha to, boolean bytes) {
        if (from == Alpha.OPAQUE || to == Alpha.OPAQUE) {
            rgba[ALPHA] = 1;
            return;
        }
        float alpha = rgba[ALPHA];
        for (int channel = 0; from != to && channel < ALPHA; channel++) {
            if (to == Alpha.PREMULTIPLIED) {
                rgba[channel] *= alpha;
            } else if (alpha != 0) {
                rgba[channel] = bytes ? divided(rgba[channel], alpha) : rgba[channel] / alpha;
            }
        }
    }

    /** The byte that is nearest, the larger of two that are. */
    private static float divided(float colour, float alpha) {
        double exact = Math.round(colour * 255) * 255.0 / Math.round(alpha * 255);
        return Math.min(Math.round(exact), 255) / 255f;
    }

    private static boolean isBytes(PixelFormat format) {
        return format.numbers() == PixelFormat.Numbers.UNORM && format.bits(ALPHA) == 8;
    }

    /** What a target full of {@link #SENTINEL} must hold once the pixels were copied. */
    public static byte[] expected(MemorySegment source, PixelLayout sourceLayout, PixelLayout targetLayout,
            long targetBytes,
            int width, int height) {
        MemorySegment target = MemorySegment.ofArray(new byte[Math.toIntExact(targetBytes)]).fill((byte) SENTINEL);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy(source, sourceLayout, target, targetLayout, x, y, width, height);
            }
        }
        return target.toArray(JAVA_BYTE);
    }

    static byte[] bytes(MemorySegment segment) {
        return segment.toArray(JAVA_BYTE);
    }

    static MemorySegment randomise(MemorySegment segment) {
        byte[] bytes = new byte[Math.toIntExact(segment.byteSize())];
        new Random(7).nextBytes(bytes);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private static long at(PixelLayout layout, int x, int y, int width, int height) {
        int pixel = layout.format().bytesPerPixel();
        long pitch = layout.rowPitch() == 0 ? (long) pixel * width : layout.rowPitch();
        return (layout.flip() ? height - 1 - y : y) * pitch + (long) pixel * x;
    }

    /** The kinds of memory that a caller may bring. */
    enum Memory {
        BYTES {
            @Override
            MemorySegment allocate(Arena arena, long bytes) {
                return MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
            }
        },
        UNALIGNED_BYTES {
            @Override
            MemorySegment allocate(Arena arena, long bytes) {
                return MemorySegment.ofArray(new byte[Math.toIntExact(bytes) + 1]).asSlice(1);
            }
        },
        INTS {
            @Override
            MemorySegment allocate(Arena arena, long bytes) {
                return MemorySegment.ofArray(new int[Math.toIntExact((bytes + 3) / 4)]).asSlice(0, bytes);
            }
        },
        NATIVE {
            @Override
            MemorySegment allocate(Arena arena, long bytes) {
                return arena.allocate(bytes, 64);
            }
        },
        UNALIGNED_NATIVE {
            @Override
            MemorySegment allocate(Arena arena, long bytes) {
                return arena.allocate(bytes + 3).asSlice(3);
            }
        };

        abstract MemorySegment allocate(Arena arena, long bytes);
    }
}
