package io.github.spout4j.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pictures are equal, and what stands for a whole one. */
class PixelDifferenceTest {
    private static final int ROW = 5;
    private static final int HEIGHT = 4;

    private static MemorySegment picture(int pitch) {
        return MemorySegment.ofArray(new byte[pitch * HEIGHT]);
    }

    @ParameterizedTest
    @ValueSource(ints = {ROW, ROW + 3})
    void everyByteOfEveryRowCountsAndNoneBetween(int pitch) {
        for (int at = 0; at < pitch * HEIGHT; at++) {
            MemorySegment a = picture(ROW);
            MemorySegment b = picture(pitch);
            b.set(ValueLayout.JAVA_BYTE, at, (byte) 1);
            boolean between = at % pitch >= ROW;
            assertThat(PixelDifference.same(a, ROW, b, pitch, ROW, HEIGHT)).as("byte " + at).isEqualTo(between);
            assertThat(PixelDifference.isBlank(b, pitch, ROW, HEIGHT)).as("byte " + at).isEqualTo(between);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 1080, 16384})
    void rowsAreSpreadWithTheFirstAndTheLast(int height) {
        SampledRows rows = new SampledRows(height);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < rows.count(); i++) {
            assertThat(rows.row(i)).isBetween(0, height - 1);
            seen.add(rows.row(i));
        }
        assertThat(seen).hasSize(Math.min(16, height)).contains(0, height - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 16, 31, 32, 33, 1920, 16384})
    void stripsAreSpreadWithTheFirstAndTheLastColumn(int width) {
        SampledStrips strips = new SampledStrips(width);
        int end = 0;
        for (int i = 0; i < strips.count(); i++) {
            assertThat(strips.left(i)).as("strip " + i).isGreaterThanOrEqualTo(end);
            end = strips.left(i) + strips.stripWidth();
        }
        assertThat(strips.left(0)).isZero();
        assertThat(end).isEqualTo(width < 16 ? Math.min(width, 8) : width);
    }
}
