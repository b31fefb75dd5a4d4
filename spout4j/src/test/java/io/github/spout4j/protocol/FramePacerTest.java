package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FramePacerTest {
    @Test
    void aHundredFramesTakeNinetyNineIntervalsAtLeast() {
        FramePacer pacer = new FramePacer();
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            pacer.await(250);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(millis).isGreaterThan(99 * 4.0 - 0.1);
    }

    @Test
    @Timeout(100)
    void anInterruptEndsTheWaitAndTheClockGoesOnFromThere() {
        FramePacer pacer = new FramePacer();
        pacer.await(0.001);
        long start = System.nanoTime();
        Thread.currentThread().interrupt();
        pacer.await(0.001);
        assertThat(Thread.interrupted()).isTrue();
        pacer.await(100);
        assertThat((System.nanoTime() - start) / 1e6).isGreaterThan(10 - 0.1);
    }

    @Test
    void impossibleRatesAreRefused() {
        for (double hertz : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new FramePacer().await(hertz));
        }
    }
}
