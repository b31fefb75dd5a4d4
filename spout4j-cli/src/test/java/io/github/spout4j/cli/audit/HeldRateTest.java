package io.github.spout4j.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldRateTest {
    @Test
    void callsAsFarApartAsForAnInt() {
        for (double millis : new double[]{15.6, 20, 31.2}) {
            assertThat(new HeldRate(millis).problem()).isEmpty();
        }
        assertThat(new HeldRate(20.04)).hasToString("takes an int: 20.0 ms between calls");
    }

    @Test
    void callsAsFarApartAsForADouble() {
        for (double millis : new double[]{78, 80, 93.6}) {
            assertThat(new HeldRate(millis).problem()).startsWith("HoldFps takes a double in this build");
        }
        assertThat(new HeldRate(80)).hasToString("takes a double: 80.0 ms between calls");
    }

    @Test
    void neither() {
        for (double millis : new double[]{0, 1, 1000}) {
            assertThat(new HeldRate(millis).problem()).startsWith("HoldFps held neither the 50 Hz");
        }
        assertThat(new HeldRate(0.01)).hasToString("takes neither: 0.0 ms between calls");
    }

    @Test
    void onABusyMachineMostCallsAreLateAndOneAfterThatIsEarly() {
        assertThat(HeldRate.of(20, 3, 300, 90, 90, 21)).isEqualTo(new HeldRate(20));
    }

    @Test
    void theTimeBetweenCallsIsMeasured() {
        long millis = 7;
        HeldRate rate = HeldRate.measure(() -> {
            for (long start = System.nanoTime(); System.nanoTime() - start < millis * 1_000_000;) {
                Thread.onSpinWait();
            }
        });
        assertThat(rate.millis()).isGreaterThanOrEqualTo(millis);
    }
}
