package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.expected;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.NaivePixels.Memory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PixelCopyProperties {
    /** A layout for rows of any width: {@code gap} bytes more than a row takes. */
    record Spaced(PixelFormat format, int gap, boolean flip) {
        PixelLayout layout(int width) {
            return new PixelLayout(format, gap == 0 ? 0 : PixelLayout.of(format).rowPitchFor(width) + gap, flip);
        }
    }

    private final PixelCopy copy = new PixelCopy();

    @Provide
    Arbitrary<Spaced> spaced() {
        return Combinators.combine(Arbitraries.of(PixelFormat.class), Arbitraries.integers().between(0, 33),
                Arbitraries.of(true, false)).as(Spaced::new);
    }

    @Property
    void copyEqualsTheNaiveOne(@ForAll Memory from, @ForAll("spaced") Spaced source, @ForAll Memory to,
            @ForAll("spaced") Spaced target, @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 9) int height) {
        PixelLayout sourceLayout = source.layout(width);
        PixelLayout targetLayout = target.layout(width);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = randomise(from.allocate(arena, sourceLayout.bytesFor(width, height)));
            MemorySegment copied = to.allocate(arena, targetLayout.bytesFor(width, height)).fill((byte) SENTINEL);
            copy.copy(pixels, sourceLayout, copied, targetLayout, width, height);
            assertThat(bytes(copied))
                    .isEqualTo(expected(pixels, sourceLayout, targetLayout, copied.byteSize(), width, height));
        }
    }

    @Property
    void javaIntsEqualTheNaiveOnes(@ForAll Memory kind, @ForAll("spaced") Spaced spaced,
            @ForAll @IntRange(min = 1, max = 2600) int width, @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(max = 9) int gap, @ForAll Alpha alpha) {
        PixelLayout layout = spaced.layout(width);
        int scanline = width + gap;
        int[] ints = new int[gap + scanline * height];
        MemorySegment asMemory = MemorySegment.ofArray(ints).fill((byte) SENTINEL).asSlice(4L * gap);
        PixelLayout asLayout = PixelLayout.BGRA.rowPitch(4L * scanline);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = randomise(kind.allocate(arena, layout.bytesFor(width, height)));
            copy.copyToArgb(pixels, layout, ints, gap, scanline, width, height);
            assertThat(bytes(asMemory))
                    .isEqualTo(expected(pixels, layout, asLayout, asMemory.byteSize(), width, height));
            MemorySegment back = kind.allocate(arena, pixels.byteSize()).fill((byte) SENTINEL);
            copy.copyArgb(ints, gap, scanline, alpha, back, layout, width, height);
            assertThat(bytes(back))
                    .isEqualTo(expected(asMemory, asLayout.alpha(alpha), layout, back.byteSize(), width, height));
        }
    }
}
