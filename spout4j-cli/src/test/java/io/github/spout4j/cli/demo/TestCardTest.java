package io.github.spout4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.FrameSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCardTest {
    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "1,7", "7,3", "639,361", "1920,1080"})
    void isTheSameForTheSameNumberWhateverWasDrawnBefore(int width, int height) {
        TestCard first = new TestCard(new FrameSize(width, height));
        TestCard second = new TestCard(new FrameSize(width, height));
        for (long number : new long[]{1, 2, 99, 1_000_000_007L, Long.MAX_VALUE / 1000}) {
            int[] expected = first.frame(number).clone();
            second.frame(number + 3);
            assertThat(second.frame(number)).isEqualTo(expected);
        }
    }

    @Test
    void changesInEveryRow() {
        TestCard card = new TestCard(new FrameSize(640, 360));
        int[] before = card.frame(41).clone();
        int[] after = card.frame(42);
        for (int y = 0; y < 360; y++) {
            assertThat(Arrays.equals(before, y * 640, y * 640 + 640, after, y * 640, y * 640 + 640)).isFalse();
        }
    }

    @Test
    void isOpaque() {
        assertThat(Arrays.stream(new TestCard(new FrameSize(64, 64)).frame(7)).boxed())
                .allMatch(pixel -> pixel >>> 24 == 0xFF);
    }
}
