package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.expected;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelPairsTest {
    private static final int MOST = 41;

    private static PixelLayout target(PixelPairs pairs) {
        PixelLayout layout = pairs == PixelPairs.OPAQUE ? PixelLayout.RGBA : PixelLayout.BGRA;
        return pairs == PixelPairs.SWAP ? layout : layout.alpha(Alpha.OPAQUE);
    }

    @ParameterizedTest
    @EnumSource
    void copiesAnyNumberOfPixelsFromAndToAnyAddressAndNothingBesides(PixelPairs pairs) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = randomise(arena.allocate(4 * MOST + 8));
            MemorySegment target = arena.allocate(4 * MOST + 16);
            for (int pixels = 0; pixels <= MOST; pixels++) {
                for (int shift = 0; shift < 8; shift++) {
                    int to = (shift * 3 + pixels) % 9;
                    pairs.copy(source, shift, target.fill((byte) SENTINEL), to, pixels);
                    MemorySegment wanted = MemorySegment.ofArray(bytes(target)).fill((byte) SENTINEL);
                    byte[] copied = expected(source.asSlice(shift), PixelLayout.RGBA, target(pairs), 4L * pixels,
                            pixels, 1);
                    wanted.asSlice(to).copyFrom(MemorySegment.ofArray(copied));
                    assertThat(bytes(target)).as("%s pixels from %s to %s", pixels, shift, to)
                            .isEqualTo(bytes(wanted));
                }
            }
        }
    }

    @Test
    void framesOfSeveralCallsMeetWithoutAGap() {
        int width = 331;
        int height = 401; // 132,731 pixels, two calls and a rest
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = randomise(arena.allocate(4L * width * height));
            MemorySegment target = arena.allocate(source.byteSize() + 5).fill((byte) SENTINEL);
            new PixelCopy(false).copy(source, PixelLayout.RGBA, target, PixelLayout.BGRA, width, height);
            assertThat(bytes(target)).isEqualTo(
                    expected(source, PixelLayout.RGBA, PixelLayout.BGRA, target.byteSize(), width, height));
        }
    }
}
