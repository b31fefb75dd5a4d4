package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A picture as a camera gives it. */
record CameraPicture(CameraFormat format, int width, int height, MemorySegment[] planes, long[] offsets,
        long[] strides) {
    private static final int CHANNELS = 4;

    /** One of noise, each plane in memory of its own that ends with its last row, and not at an even address. */
    static CameraPicture random(Arena arena, CameraFormat format, int width, int height, int gap) {
        MemorySegment[] planes = new MemorySegment[format.planes()];
        long[] offsets = new long[planes.length];
        long[] strides = new long[planes.length];
        for (int plane = 0; plane < planes.length; plane++) {
            long row = format.rowBytes(plane, width);
            offsets[plane] = 3L * plane + gap;
            strides[plane] = row + gap;
            long bytes = offsets[plane] + (format.rows(plane, height) - 1) * strides[plane] + row;
            int other = 101 * plane; // the noise begins alike
            planes[plane] = randomise(arena.allocate(other + bytes)).asSlice(other);
        }
        return new CameraPicture(format, width, height, planes, offsets, strides);
    }

    MemorySegment memory(int plane) {
        return planes[plane];
    }

    long offset(int plane) {
        return offsets[plane];
    }

    long stride(int plane) {
        return strides[plane];
    }

    void give(CameraPlanes to) {
        to.clear();
        for (int plane = 0; plane < format.planes(); plane++) {
            to.plane(plane, planes[plane], offsets[plane], strides[plane]);
        }
    }

    void convertAndCompare(CameraPixels pixels, Arena arena, ColorMatrix matrix, ColorRange range, int targetGap) {
        CameraPlanes given = new CameraPlanes();
        give(given);
        convertAndCompare(pixels, given, arena, matrix, range, targetGap);
    }

    void convertAndCompare(CameraPixels pixels, CameraPlanes given, Arena arena, ColorMatrix matrix, ColorRange range,
            int targetGap) {
        long pitch = (long) CHANNELS * width + targetGap;
        MemorySegment target = arena.allocate(height * pitch - targetGap).fill((byte) SENTINEL);
        pixels.convert(format, given, width, height, matrix, range, target, pitch);
        compare(bytes(target), (int) pitch, matrix, range);
    }

    private void compare(byte[] target, int pitch, ColorMatrix matrix, ColorRange range) {
        NaiveCamera naive = new NaiveCamera(format, planes, offsets, strides);
        int[] places = {2, 1, 0, 3};
        int others = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] wanted = naive.rgba(x, y, matrix, range);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int made = target[y * pitch + CHANNELS * x + places[channel]] & 0xFF;
                    if (made != wanted[channel]) {
                        others++;
                        assertThat(made).as("%s, %s, %s: channel %s of (%s, %s) in %s × %s", format, matrix, range,
                                channel, x, y, width, height)
                                .isCloseTo(wanted[channel], within(format.isYuv() ? 1 : 0));
                    }
                }
            }
            for (int gap = CHANNELS * width; gap < pitch && y < height - 1; gap++) {
                assertThat(target[y * pitch + gap]).as("behind row %s", y).isEqualTo((byte) SENTINEL);
            }
        }
        assertThat(others).as("channels that are off by 1").isLessThanOrEqualTo(5 + width * height / 100);
        assertThat(format.target()).isIn(PixelFormat.BGRA8, PixelFormat.BGRX8);
    }
}
