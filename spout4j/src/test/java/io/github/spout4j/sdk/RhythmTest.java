package io.github.spout4j.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final double MILLI = 1e6;

    private static double[] millis(String... words) {
        Rhythm rhythm = SdkSenderOptions.of(words).rhythm();
        return IntStream.range(0, 100).mapToDouble(index -> rhythm.due(index) / MILLI).toArray();
    }

    @Test
    void aRateIsHeldWithoutDrift() {
        double[] due = millis("hz=59.94");
        for (int index = 0; index < due.length; index++) {
            assertThat(due[index]).isBetween(index * 1000 / 59.94 - 0.001, index * 1000 / 59.94 + 0.001);
        }
    }

    @Test
    void pausesComeAtTheEndOfEachSecond() {
        double[] due = millis("hz=100", "pause=300");
        assertThat(due[69]).isEqualTo(690);
        assertThat(due[70]).isEqualTo(1000);
        assertThat(due[99]).isEqualTo(1290);
    }

    @Test
    void burstsKeepTheRate() {
        double[] due = millis("hz=20", "burst=3x4");
        assertThat(due).startsWith(0, 4, 8, 150, 154, 158, 300);
    }

    @Test
    void jitterMovesFramesBothWaysAndNoFurther() {
        double[] due = millis("hz=50", "jitter=3");
        List<Double> off = IntStream.range(1, 100).mapToObj(index -> due[index] - index * 20).toList();
        assertThat(off).allMatch(value -> Math.abs(value) <= 3).anyMatch(value -> value < -2)
                .anyMatch(value -> value > 2);
        assertThat(millis("hz=50", "jitter=3")).as("again").isEqualTo(due);
    }
}
