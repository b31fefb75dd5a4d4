package io.github.spout4j.proof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopeTest {
    private static final int SECONDS = 600;
    private static final double HOUR = 3600;

    private static Slope of(DoubleUnaryOperator value) {
        double[] seconds = IntStream.range(0, SECONDS).asDoubleStream().toArray();
        double[] values = IntStream.range(0, SECONDS).mapToDouble(value::applyAsDouble).toArray();
        return Slope.of(seconds, values);
    }

    @Test
    void whatGrowsIsFound() {
        Slope slope = of(second -> 100 + second / 60);
        assertThat(slope.perHour()).isCloseTo(60, within(1e-6));
        assertThat(slope.error()).isCloseTo(0, within(1e-6));
        assertThat(slope.level()).isCloseTo(105, within(0.1));
        assertThat(slope.hours()).isCloseTo((SECONDS - 1) / HOUR, within(1e-9));
        assertThat(slope.flat(5)).isFalse();
        assertThat(slope.flat(10)).isTrue();
    }

    @Test
    void whatShrinksIsFlat() {
        assertThat(of(second -> 100 - second).flat(0)).isTrue();
    }

    @Test
    void teethOfASawAreFlat() {
        assertThat(of(second -> 100 + second % 37).flat(0)).isTrue();
    }

    @Test
    void growthIsSeenThroughNoise() {
        Random random = new Random(1);
        Slope slope = of(second -> 100 + second / 20 + 10 * random.nextGaussian());
        assertThat(slope.perHour()).isCloseTo(180, within(4 * slope.error()));
        assertThat(slope.flat(1)).isFalse();
    }

    @Test
    void noiseSeldomLooksLikeGrowth() {
        int growing = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            if (!of(_ -> random.nextGaussian()).flat(0)) {
                growing++;
            }
        }
        assertThat(growing).isBetween(1, 25);
    }
}
