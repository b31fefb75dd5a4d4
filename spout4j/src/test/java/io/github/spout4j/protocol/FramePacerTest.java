package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FramePacerTest {
    @Test
    void lateFramesNeverMoveTheNext() {
        assertThat(FramePacer.tickAfter(0, 0, 10)).isEqualTo(1);
        assertThat(FramePacer.tickAfter(0, 9, 10)).isEqualTo(1);
        assertThat(FramePacer.tickAfter(0, 13, 10)).isEqualTo(1);
        assertThat(FramePacer.tickAfter(1, 19, 10)).isEqualTo(2);
        assertThat(FramePacer.tickAfter(1, 57, 10)).isEqualTo(5);
        assertThat(FramePacer.tickAfter(5, 58, 10)).isEqualTo(6);
    }

    @Test
    void aHundredFramesTakeNinetyNineIntervalsAtLeast() {
        FramePacer pacer = new FramePacer(250);
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            pacer.await();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(millis).isGreaterThan(99 * 4.0 - 0.1);
    }

    @Test
    void anInterruptEndsTheWait() {
        FramePacer pacer = new FramePacer(0.01);
        pacer.await();
        Thread.currentThread().interrupt();
        pacer.await();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void impossibleRatesAreRefused() {
        for (double hertz : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new FramePacer(hertz));
        }
    }
}
