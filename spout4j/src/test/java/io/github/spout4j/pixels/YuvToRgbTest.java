package io.github.spout4j.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YuvToRgbTest {
    private static final int VALUES = 256;
    private static final int PAIRS = VALUES / 2;
    private static final long COLOURS = (long) VALUES * VALUES * VALUES;

    private final int[] quads = new int[PAIRS];
    private final int[] left = new int[PAIRS];
    private final int[] right = new int[PAIRS];
    private final long[] pairs = new long[PAIRS];

    static Stream<Arguments> all() {
        return Stream.of(ColorMatrix.values())
                .flatMap(matrix -> Stream.of(ColorRange.values()).map(range -> Arguments.of(matrix, range)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyColourIsWithinOneOfTheExactOneAndNearlyAllAreIt(ColorMatrix matrix, ColorRange range) {
        YuvToRgb colours = YuvToRgb.of(matrix, range);
        ExactColours exact = new ExactColours(matrix, range);
        long others = 0;
        for (int u = 0; u < VALUES; u++) {
            for (int v = 0; v < VALUES; v++) {
                for (int i = 0; i < PAIRS; i++) {
                    quads[i] = 2 * i | u << 8 | 2 * i + 1 << 16 | v << 24;
                }
                colours.convert(quads, left, right, pairs, PAIRS);
                for (int y = 0; y < VALUES; y++) {
                    int made = (int) (pairs[y / 2] >>> 32 * (y % 2));
                    int wanted = exact.argb(y, u, v);
                    if (made != wanted) {
                        others++;
                        assertThat(furthest(made, wanted)).as("Y %s, U %s, V %s: %08x, not %08x", y, u, v, made, wanted)
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        }
        assertThat(others).isLessThan(COLOURS / 20_000);
    }

    private static int furthest(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((one >>> shift & 0xFF) - (other >>> shift & 0xFF)));
        }
        return most;
    }

    @Test
    void knownColours() {
        assertThat(convert(ColorMatrix.BT601, ColorRange.LIMITED, 16, 128, 128)).isEqualTo(0xFF000000);
        assertThat(convert(ColorMatrix.BT601, ColorRange.LIMITED, 235, 128, 128)).isEqualTo(0xFFFFFFFF);
        assertThat(convert(ColorMatrix.BT601, ColorRange.LIMITED, 81, 90, 240)).isEqualTo(0xFFFE0000);
        assertThat(convert(ColorMatrix.BT709, ColorRange.LIMITED, 63, 102, 240)).isEqualTo(0xFFFF0100);
        assertThat(convert(ColorMatrix.BT601, ColorRange.FULL, 29, 255, 107)).isEqualTo(0xFF0000FE);
        assertThat(convert(ColorMatrix.BT2020, ColorRange.FULL, 77, 128, 128)).isEqualTo(0xFF4D4D4D);
    }

    private int convert(ColorMatrix matrix, ColorRange range, int y, int u, int v) {
        quads[0] = y | u << 8 | y << 16 | v << 24;
        YuvToRgb.of(matrix, range).convert(quads, left, right, pairs, 1);
        return (int) pairs[0];
    }
}
