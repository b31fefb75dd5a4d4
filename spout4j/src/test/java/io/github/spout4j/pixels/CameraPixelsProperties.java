package io.github.spout4j.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CameraPixelsProperties {
    private final CameraPixels pixels = new CameraPixels();
    private final CameraPlanes planes = new CameraPlanes();

    @Property(tries = 300)
    void pixelsEqualTheNaiveOnes(@ForAll CameraFormat format, @ForAll ColorMatrix matrix, @ForAll ColorRange range,
            @ForAll @IntRange(min = 1, max = 2200) int width, @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(max = 33) int gap) {
        try (Arena arena = Arena.ofConfined()) {
            CameraPicture picture = CameraPicture.random(arena, format, width, height, gap);
            picture.convertAndCompare(pixels, arena, matrix, range, gap);
        }
    }

    /** Within memory or refused: whatever else is thrown, a read beyond the end for one, fails the property. */
    @Property
    void anyNumbersAreRefusedOrRight(@ForAll CameraFormat format, @ForAll int width, @ForAll int height,
            @ForAll long offset, @ForAll long stride, @ForAll long pitch) {
        refusedOrRight(format, width, height, offset, stride, pitch);
    }

    @Property
    void smallNumbersAreRefusedOrRight(@ForAll CameraFormat format, @ForAll @IntRange(min = -1, max = 20) int width,
            @ForAll @IntRange(min = -1, max = 20) int height, @ForAll @LongRange(min = -1, max = 200) long offset,
            @ForAll @LongRange(min = -1, max = 90) long stride, @ForAll @LongRange(min = -1, max = 90) long pitch) {
        refusedOrRight(format, width, height, offset, stride, pitch);
    }

    private void refusedOrRight(CameraFormat format, int width, int height, long offset, long stride, long pitch) {
        MemorySegment memory = MemorySegment.ofArray(new byte[1500]);
        MemorySegment target = MemorySegment.ofArray(new byte[1200]);
        try {
            planes.set(format, memory, offset, stride, width, height);
            pixels.convert(format, planes, width, height, ColorMatrix.BT601, ColorRange.FULL, target, pitch);
            assertThat((height - 1L) * pitch + 4L * width).isLessThanOrEqualTo(target.byteSize());
            assertThat(offset + (height - 1L) * stride + format.rowBytes(0, width))
                    .isLessThanOrEqualTo(memory.byteSize());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
