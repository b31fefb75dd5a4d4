package io.github.spout4j.pixels;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;

/** Pixels one by one and byte by byte: slow and plainly right. */
final class NaivePixels {
    static final int SENTINEL = 0xC3;

    private NaivePixels() {}

    /** The pixel at (x, y), y counted from the top, as 0xAARRGGBB. */
    static int get(MemorySegment memory, PixelLayout layout, int x, int y, int width, int height) {
        long at = at(layout, x, y, width, height);
        int first = memory.get(JAVA_BYTE, at) & 0xFF;
        int green = memory.get(JAVA_BYTE, at + 1) & 0xFF;
        int third = memory.get(JAVA_BYTE, at + 2) & 0xFF;
        int alpha = memory.get(JAVA_BYTE, at + 3) & 0xFF;
        boolean rgba = layout.format() == PixelFormat.RGBA8;
        return alpha << 24 | (rgba ? first : third) << 16 | green << 8 | (rgba ? third : first);
    }

    static void set(MemorySegment memory, PixelLayout layout, int x, int y, int width, int height, int argb) {
        long at = at(layout, x, y, width, height);
        boolean rgba = layout.format() == PixelFormat.RGBA8;
        memory.set(JAVA_BYTE, at, (byte) (rgba ? argb >> 16 : argb));
        memory.set(JAVA_BYTE, at + 1, (byte) (argb >> 8));
        memory.set(JAVA_BYTE, at + 2, (byte) (rgba ? argb : argb >> 16));
        memory.set(JAVA_BYTE, at + 3, (byte) (argb >> 24));
    }

    /** What a target full of {@link #SENTINEL} must hold once the pixels were copied. */
    static byte[] expected(MemorySegment source, PixelLayout sourceLayout, PixelLayout targetLayout, long targetBytes,
            int width, int height) {
        MemorySegment target = MemorySegment.ofArray(new byte[Math.toIntExact(targetBytes)]).fill((byte) SENTINEL);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                set(target, targetLayout, x, y, width, height, get(source, sourceLayout, x, y, width, height));
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
        long pitch = layout.rowPitch() == 0 ? 4L * width : layout.rowPitch();
        return (layout.flip() ? height - 1 - y : y) * pitch + 4L * x;
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
