package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.testing.AllocatedBytes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CameraPixelsTest {
    private static final int[][] SIZES = {{1, 1}, {2, 3}, {17, 9}, {639, 361}, {1024, 2}, {1025, 3}, {2047, 1}};

    private final CameraPixels pixels = new CameraPixels();
    private final CameraPlanes planes = new CameraPlanes();

    @ParameterizedTest
    @EnumSource
    void everySizeMatrixAndRangeEqualsTheNaiveOne(CameraFormat format) {
        for (int[] size : SIZES) {
            for (ColorMatrix matrix : ColorMatrix.values()) {
                for (ColorRange range : ColorRange.values()) {
                    try (Arena arena = Arena.ofConfined()) {
                        CameraPicture picture = CameraPicture.random(arena, format, size[0], size[1], 0);
                        picture.convertAndCompare(pixels, arena, matrix, range, 0);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gapsStayAsTheyAreAndAreNotRead(CameraFormat format) {
        for (int[] size : SIZES) {
            for (int gap : new int[]{1, 13, 64}) {
                try (Arena arena = Arena.ofConfined()) {
                    CameraPicture picture = CameraPicture.random(arena, format, size[0], size[1], gap);
                    picture.convertAndCompare(pixels, arena, ColorMatrix.BT709, ColorRange.LIMITED, gap);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void planesLieAsGStreamerLaysThem(CameraFormat format) {
        int width = 33;
        int height = 7;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = randomise(arena.allocate(format.bytes(width, height) + 5));
            MemorySegment[] all = {memory, memory, memory};
            long[] offsets = new long[3];
            long[] strides = new long[3];
            for (int plane = 0; plane < format.planes(); plane++) {
                offsets[plane] = 5 + format.offset(plane, width, height);
                strides[plane] = format.stride(plane, width);
            }
            CameraPicture picture = new CameraPicture(format, width, height, all, offsets, strides);
            planes.set(format, memory, 5, width, height);
            picture.convertAndCompare(pixels, planes, arena, ColorMatrix.BT601, ColorRange.FULL, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrideOfTheFirstPlaneTellsThoseOfTheOthers(CameraFormat format) {
        int width = 33;
        int height = 7;
        long stride = 256;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = randomise(arena.allocate(stride * 32));
            long chroma = format.planes() == 3 ? stride / 2 : stride;
            int rows = format == CameraFormat.Y42B || format == CameraFormat.NV16 ? 7 : 8;
            long second = stride * rows;
            long third = second + chroma * (rows == 7 ? 7 : 4);
            CameraPicture picture = new CameraPicture(format, width, height,
                    new MemorySegment[]{memory, memory, memory}, new long[]{0, second, third},
                    new long[]{stride, chroma, chroma});
            planes.set(format, memory, 0, stride, width, height);
            picture.convertAndCompare(pixels, planes, arena, ColorMatrix.BT601, ColorRange.FULL, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneByteTooFewIsRefusedAndNothingIsWritten(CameraFormat format) {
        int width = 17;
        int height = 9;
        try (Arena arena = Arena.ofConfined()) {
            for (int plane = 0; plane < format.planes(); plane++) {
                CameraPicture picture = CameraPicture.random(arena, format, width, height, 3);
                picture.give(planes);
                MemorySegment memory = picture.memory(plane);
                MemorySegment target = arena.allocate(4L * width * height).fill((byte) SENTINEL);
                planes.plane(plane, memory.asSlice(0, memory.byteSize() - 1), picture.offset(plane),
                        picture.stride(plane));
                assertThatIllegalArgumentException().isThrownBy(() -> convert(format, width, height, target))
                        .withMessageContaining("plane " + plane).withMessageContaining("its memory has");
                assertThat(bytes(target)).containsOnly((byte) SENTINEL);
            }
        }
    }

    @Test
    void numbersOfAnotherProgramThatMakeNoSenseAreRefused() {
        CameraFormat format = CameraFormat.YUY2;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(8 * 4);
            MemorySegment target = arena.allocate(4 * 4 * 4);
            long[][] wrong = {{-1, 8}, {Long.MIN_VALUE, 8}, {0, -8}, {0, 7}, {0, 0}, {0, Long.MIN_VALUE}, {1, 8},
                    {0, 9}, {0, Long.MAX_VALUE}, {Long.MAX_VALUE, 8}, {Long.MAX_VALUE, Long.MAX_VALUE},
                    {0, Long.MAX_VALUE / 3 + 1}, {0, 1L << 62}};
            for (long[] numbers : wrong) {
                planes.plane(0, memory, numbers[0], numbers[1]);
                assertThatIllegalArgumentException().as("offset %s, stride %s", numbers[0], numbers[1])
                        .isThrownBy(() -> convert(format, 4, 4, target)).withMessageContaining("source's plane 0");
            }
            planes.plane(0, memory, 0, 8);
            convert(format, 4, 4, target);
        }
    }

    @Test
    void memoryOfLessThanARowIsRefusedWhereverItIsToBegin() {
        MemorySegment target = MemorySegment.ofArray(new int[2 * 9]);
        for (long offset : new long[]{0, 1, Long.MAX_VALUE}) {
            planes.plane(0, MemorySegment.ofArray(new byte[4]), offset, 36);
            assertThatIllegalArgumentException().as("offset %s", offset)
                    .isThrownBy(() -> convert(CameraFormat.RGBA, 9, 2, target));
        }
    }

    @Test
    void sizesThatMakeNoSenseAreRefused() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(1024);
            int most = Integer.MAX_VALUE;
            for (CameraFormat format : CameraFormat.values()) {
                for (int[] size : new int[][]{{0, 1}, {1, 0}, {-1, 4}, {4, -1}, {Integer.MIN_VALUE, 1}, {most, 1},
                        {1, most}, {most, most}, {most - 1, most}}) {
                    assertThatIllegalArgumentException().as("%s of %s × %s", format, size[0], size[1])
                            .isThrownBy(() -> {
                                planes.set(format, memory, 0, size[0], size[1]);
                                convert(format, size[0], size[1], memory);
                            });
                    planes.plane(0, memory, 0, 16);
                    planes.plane(1, memory, 0, 16);
                    planes.plane(2, memory, 0, 16);
                    assertThatIllegalArgumentException().as("%s of %s × %s", format, size[0], size[1])
                            .isThrownBy(() -> convert(format, size[0], size[1], memory));
                }
                for (long[] numbers : new long[][]{{Long.MAX_VALUE, 16}, {0, Long.MAX_VALUE}, {-5, 16}, {0, -16},
                        {Long.MAX_VALUE - 64, Long.MAX_VALUE}}) {
                    assertThatIllegalArgumentException().isThrownBy(() -> {
                        planes.set(format, memory, numbers[0], numbers[1], 4, 4);
                        convert(format, 4, 4, memory);
                    });
                }
            }
        }
    }

    @Test
    void targetsThatDoNotFitAreRefused() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(64);
            MemorySegment target = arena.allocate(64);
            planes.set(CameraFormat.NV12, memory, 0, 4, 4);
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target, 15)).withMessageContaining("target");
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target, -16));
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target, 17));
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target, Long.MAX_VALUE));
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target.asSlice(1), 16));
            assertThatIllegalArgumentException().isThrownBy(() -> convert(target.asReadOnly(), 16))
                    .withMessageContaining("read-only");
        }
    }

    private void convert(MemorySegment target, long pitch) {
        pixels.convert(CameraFormat.NV12, planes, 4, 4, ColorMatrix.BT601, ColorRange.LIMITED, target, pitch);
    }

    private void convert(CameraFormat format, int width, int height, MemorySegment target) {
        pixels.convert(format, planes, width, height, ColorMatrix.BT601, ColorRange.LIMITED, target, 4L * width);
    }

    @Test
    void aPlaneThatIsNotThereOrClosedIsRefused() {
        MemorySegment target = MemorySegment.ofArray(new int[16]);
        try (Arena arena = Arena.ofConfined()) {
            planes.set(CameraFormat.NV12, arena.allocate(64), 0, 4, 4);
            assertThatIllegalArgumentException().isThrownBy(() -> convert(CameraFormat.I420, 4, 4, target))
                    .withMessage("I420 has 3 planes; the source has no plane 2");
        }
        assertThatThrownBy(() -> convert(CameraFormat.NV12, 4, 4, target)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the source's memory is closed");
        planes.clear();
        assertThatIllegalArgumentException().isThrownBy(() -> convert(CameraFormat.NV12, 4, 4, target));
    }

    @ParameterizedTest
    @EnumSource
    void picturesTakeNoHeap(CameraFormat format) {
        int width = 18;
        int height = 4;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = randomise(arena.allocate(format.bytes(width, height)));
            MemorySegment target = arena.allocate(4L * width * height);
            AllocatedBytes.requireNone(() -> {
                planes.set(format, memory, 0, width, height);
                convert(format, width, height, target);
            });
        }
    }
}
