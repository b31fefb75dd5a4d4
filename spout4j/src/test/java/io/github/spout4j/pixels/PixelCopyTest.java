package io.github.spout4j.pixels;

import static io.github.spout4j.pixels.NaivePixels.SENTINEL;
import static io.github.spout4j.pixels.NaivePixels.bytes;
import static io.github.spout4j.pixels.NaivePixels.expected;
import static io.github.spout4j.pixels.NaivePixels.randomise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.pixels.NaivePixels.Memory;

class PixelCopyTest {
    private static final int[][] SIZES = {{1, 1}, {3, 2}, {1, 16}, {17, 1}, {2049, 2}};

    private final PixelCopy copy = new PixelCopy();
    private final PixelCopy inPairs = new PixelCopy(false);

    private static List<PixelLayout> layouts(int width) {
        List<PixelLayout> layouts = new ArrayList<>();
        for (PixelFormat format : List.of(PixelFormat.RGBA8, PixelFormat.BGRA8, PixelFormat.BGRX8)) {
            for (long gap : new long[]{0, 13}) {
                PixelLayout layout = PixelLayout.of(format).rowPitch(gap == 0 ? 0 : 4L * width + gap);
                layouts.add(layout);
                layouts.add(layout.flipped().alpha(Alpha.PREMULTIPLIED));
            }
        }
        return layouts;
    }

    @ParameterizedTest
    @EnumSource(Memory.class)
    void copiesEveryPixelBetweenAllLayoutsAndLeavesGaps(Memory from) {
        for (Memory to : Memory.values()) {
            for (int[] size : SIZES) {
                copiesBetweenAllLayouts(from, to, size[0], size[1]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Memory.class)
    void copiesEveryPixelOfAnOddSize(Memory memory) {
        copiesBetweenAllLayouts(memory, memory, 211, 37); // over several chunks where rows are one
    }

    @ParameterizedTest
    @EnumSource
    void copiesEveryFormatToEveryOther(PixelFormat from) {
        int[] gaps = {0, 1, 13, 0};
        int turn = 0;
        for (PixelFormat to : PixelFormat.values()) {
            for (int[] size : new int[][]{{1, 1}, {3, 2}, {17, 3}, {521, 2}, {1024, 1}}) {
                for (Memory memory : Memory.values()) {
                    turn++;
                    Memory other = Memory.values()[turn / 5 % 5];
                    copies(memory, spaced(from, size[0], gaps[turn % 4], turn % 3 == 0), other,
                            spaced(to, size[0], gaps[(turn + 1) % 3], turn % 5 == 0), size[0], size[1]);
                }
            }
        }
    }

    /** Pixels that were bytes, since NaN has many forms. */
    @ParameterizedTest
    @EnumSource
    void convertsAlphaBetweenAllFormats(PixelFormat from) {
        int width = 523;
        int height = 2;
        int turn = 0;
        MemorySegment random = randomise(MemorySegment.ofArray(new byte[4 * width * height]));
        for (PixelFormat to : PixelFormat.values()) {
            for (Alpha is : Alpha.values()) {
                for (Alpha becomes : Alpha.values()) {
                    turn++;
                    PixelLayout sourceLayout = spaced(from, width, turn % 2, turn % 3 == 0);
                    PixelLayout targetLayout = spaced(to, width, turn / 2 % 2, turn % 5 == 0).alpha(becomes);
                    byte[] pixels = expected(random, PixelLayout.RGBA, sourceLayout,
                            sourceLayout.bytesFor(width, height), width, height);
                    copies(MemorySegment.ofArray(pixels), sourceLayout.alpha(is), Memory.values()[turn % 5],
                            targetLayout, width, height);
                }
            }
        }
    }

    @Test
    void multipliesAndDividesEveryByteByEveryOther() {
        byte[] all = new byte[1 << 18];
        for (int i = 0; i < 1 << 16; i++) {
            byte colour = (byte) i;
            byte alpha = (byte) (i >> 8);
            System.arraycopy(new byte[]{colour, (byte) ~colour, colour, alpha}, 0, all, 4 * i, 4);
        }
        MemorySegment source = MemorySegment.ofArray(all);
        PixelLayout straight = PixelLayout.RGBA;
        PixelLayout premultiplied = straight.alpha(Alpha.PREMULTIPLIED);
        byte[] target = new byte[all.length];
        copy.copy(source, straight, MemorySegment.ofArray(target), premultiplied, 256, 256);
        assertThat(target).isEqualTo(expected(source, straight, premultiplied, target.length, 256, 256));
        copy.copy(source, premultiplied, MemorySegment.ofArray(target), straight, 256, 256);
        assertThat(target).isEqualTo(expected(source, premultiplied, straight, target.length, 256, 256));
    }

    private static PixelLayout spaced(PixelFormat format, int width, int gap, boolean flip) {
        PixelLayout layout = PixelLayout.of(format);
        return new PixelLayout(format, gap == 0 ? 0 : layout.rowPitchFor(width) + gap, flip);
    }

    private void copiesBetweenAllLayouts(Memory from, Memory to, int width, int height) {
        for (PixelLayout sourceLayout : layouts(width)) {
            for (PixelLayout targetLayout : layouts(width)) {
                copies(from, sourceLayout, to, targetLayout, width, height);
            }
        }
    }

    private void copies(Memory from, PixelLayout sourceLayout, Memory to, PixelLayout targetLayout, int width,
            int height) {
        try (Arena arena = Arena.ofConfined()) {
            copies(randomise(from.allocate(arena, sourceLayout.bytesFor(width, height))), sourceLayout, to,
                    targetLayout,
                    width, height);
        }
    }

    private void copies(MemorySegment source, PixelLayout sourceLayout, Memory to, PixelLayout targetLayout, int width,
            int height) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = to.allocate(arena, targetLayout.bytesFor(width, height) + 5);
            byte[] expected = expected(source, sourceLayout, targetLayout, target.byteSize(), width, height);
            for (PixelCopy each : List.of(copy, inPairs)) {
                each.copy(source, sourceLayout, target.fill((byte) SENTINEL), targetLayout, width, height);
                assertThat(bytes(target)).as("%s to %s %s, %s × %s, %s", sourceLayout, to, targetLayout, width, height,
                        each == copy ? "in chunks" : "in pairs").isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Memory.class)
    void copiesJavaIntsToAllLayouts(Memory to) {
        for (int[] size : SIZES) {
            for (int gap : new int[]{0, 5}) {
                for (Alpha alpha : Alpha.values()) {
                    copiesJavaInts(to, size[0], size[1], gap, alpha);
                }
            }
        }
    }

    private void copiesJavaInts(Memory to, int width, int height, int gap, Alpha alpha) {
        int scanline = width + gap;
        int[] source = new Random(3).ints((long) gap + scanline * height).toArray();
        MemorySegment reference = MemorySegment.ofArray(source).asSlice(4L * gap).asReadOnly();
        PixelLayout sourceLayout = PixelLayout.BGRA.rowPitch(4L * scanline).alpha(alpha);
        for (PixelLayout layout : layouts(width)) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment target = to.allocate(arena, layout.bytesFor(width, height) + 5).fill((byte) SENTINEL);
                copy.copyArgb(source, gap, scanline, alpha, target, layout, width, height);
                assertThat(bytes(target)).as("%s %s, %s × %s", to, layout, width, height)
                        .isEqualTo(expected(reference, sourceLayout, layout, target.byteSize(), width, height));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Memory.class)
    void copiesAllLayoutsToJavaInts(Memory from) {
        for (int[] size : SIZES) {
            for (int gap : new int[]{0, 5}) {
                copiesToJavaInts(from, size[0], size[1], gap);
            }
        }
    }

    private void copiesToJavaInts(Memory from, int width, int height, int gap) {
        int scanline = width + gap;
        for (PixelLayout layout : layouts(width)) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment source = randomise(from.allocate(arena, layout.bytesFor(width, height)));
                int[] target = new int[gap + scanline * height];
                MemorySegment all = MemorySegment.ofArray(target).fill((byte) SENTINEL);
                copy.copyToArgb(source, layout, target, gap, scanline, width, height);
                MemorySegment filled = all.asSlice(4L * gap);
                assertThat(bytes(filled)).as("%s %s, %s × %s", from, layout, width, height).isEqualTo(expected(source,
                        layout, PixelLayout.BGRA.rowPitch(4L * scanline), filled.byteSize(), width, height));
                byte[] untouched = bytes(MemorySegment.ofArray(new byte[4 * gap]).fill((byte) SENTINEL));
                assertThat(bytes(all.asSlice(0, 4L * gap))).isEqualTo(untouched);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2560, 2563})
    void refusesMemoryThatIsOneByteShort(long pitch) {
        int width = 639;
        int height = 361;
        for (PixelLayout layout : List.of(PixelLayout.RGBA.rowPitch(pitch),
                PixelLayout.BGRA.rowPitch(pitch).flipped())) {
            long needed = layout.bytesFor(width, height);
            MemorySegment big = MemorySegment.ofArray(new byte[1 << 20]).fill((byte) SENTINEL);
            MemorySegment small = MemorySegment.ofArray(new byte[(int) needed - 1]).fill((byte) SENTINEL);
            int[] ints = new int[width * height];
            String message = "639 × 361 pixels need " + needed + " bytes; the %s has " + (needed - 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copy(big, PixelLayout.RGBA, small, layout, width, height))
                    .withMessage(message, "target");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copy(small, layout, big, PixelLayout.RGBA, width, height))
                    .withMessage(message, "source");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copyArgb(ints, 0, width, Alpha.STRAIGHT, small, layout, width, height))
                    .withMessage(message, "target");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copyToArgb(small, layout, ints, 0, width, width, height))
                    .withMessage(message, "source");
            assertThat(bytes(small)).containsOnly(SENTINEL);
            assertThat(bytes(big)).containsOnly(SENTINEL);
            assertThat(ints).containsOnly(0);
        }
    }

    @Test
    void refusesAnArrayThatIsOneIntShort() {
        MemorySegment memory = MemorySegment.ofArray(new byte[4 * 3 * 2]).fill((byte) SENTINEL);
        int[] ints = new int[1 + 4 + 3 - 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copyArgb(ints, 1, 4, Alpha.STRAIGHT, memory, PixelLayout.RGBA, 3, 2))
                .withMessage("3 × 2 pixels need 32 bytes; the source has 28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copyToArgb(memory, PixelLayout.RGBA, ints, 1, 4, 3, 2))
                .withMessage("3 × 2 pixels need 32 bytes; the target has 28");
        assertThat(bytes(memory)).containsOnly(SENTINEL);
        assertThat(ints).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "-1,1", "1,-1", "-2147483648,-2147483648"})
    void refusesSizesBelowOne(int width, int height) {
        MemorySegment memory = MemorySegment.ofArray(new byte[64]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copy(memory, PixelLayout.RGBA, memory, PixelLayout.RGBA, width, height));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> copy.copyArgb(new int[9], 0, 9, Alpha.STRAIGHT, memory, PixelLayout.RGBA, width, height));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, Long.MAX_VALUE / 2, Long.MAX_VALUE})
    void refusesRowPitchesThatCannotBe(long pitch) {
        MemorySegment small = MemorySegment.ofArray(new byte[64]).fill((byte) SENTINEL);
        PixelLayout layout = PixelLayout.RGBA.rowPitch(pitch);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copy(small, PixelLayout.RGBA, small, layout, 2, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copy(small, layout, small, PixelLayout.RGBA, 2, 8));
        assertThat(bytes(small)).containsOnly(SENTINEL);
    }

    @Test
    void refusesOffsetsAndScanlinesThatCannotBe() {
        MemorySegment memory = MemorySegment.ofArray(new byte[64]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copyArgb(new int[64], -1, 4, Alpha.STRAIGHT, memory, PixelLayout.RGBA, 4, 4))
                .withMessageContaining("offset");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy.copyArgb(new int[64], 0, 3, Alpha.STRAIGHT, memory, PixelLayout.RGBA, 4, 4))
                .withMessageContaining("scanline");
        assertThatIllegalArgumentException().isThrownBy(() -> copy.copyArgb(new int[64], Integer.MAX_VALUE,
                Integer.MAX_VALUE, Alpha.STRAIGHT, memory, PixelLayout.RGBA, 4, 4));
    }

    @Test
    void copiesByteArraysAsSegmentsOfThem() {
        byte[] source = bytes(randomise(MemorySegment.ofArray(new byte[13 * 4 * 7 + 80])));
        for (PixelLayout from : layouts(13)) {
            for (PixelLayout to : layouts(13)) {
                byte[] target = new byte[source.length];
                copy.copyBytes(source, from, MemorySegment.ofArray(target).fill((byte) SENTINEL), to, 13, 7);
                assertThat(target).as("%s to %s", from, to)
                        .isEqualTo(expected(MemorySegment.ofArray(source), from, to, target.length, 13, 7));
            }
        }
    }

    @Test
    void refusesByteArraysThatAreOneByteShort() {
        byte[] small = new byte[4 * 3 * 2 - 1];
        MemorySegment big = MemorySegment.ofArray(new byte[64]).fill((byte) SENTINEL);
        for (PixelLayout to : layouts(3)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copyBytes(small, PixelLayout.RGBA, big, to, 3, 2))
                    .withMessage("3 × 2 pixels need 24 bytes; the source has 23");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> copy.copyBytes(new byte[64], to, MemorySegment.ofArray(small), PixelLayout.RGBA,
                            3, 2))
                    .withMessage("3 × 2 pixels need 24 bytes; the target has 23");
        }
        assertThat(bytes(big)).containsOnly(SENTINEL);
        assertThat(small).containsOnly(0);
    }

    @Test
    void refusesAReadOnlyTarget() {
        MemorySegment memory = MemorySegment.ofArray(new byte[64]);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> copy.copy(memory, PixelLayout.RGBA, memory.asReadOnly(), PixelLayout.RGBA, 4, 4))
                .withMessageContaining("read-only");
    }
}
