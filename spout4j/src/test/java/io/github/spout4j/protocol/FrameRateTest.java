package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

class FrameRateTest {
    private static final long SECOND = 1_000_000_000L;

    private final FrameRate rate = new FrameRate();

    @Test
    void isRightFromTheSecondFrameOn() {
        assertThat(rate.hertz(5)).isZero();
        rate.frame(100);
        assertThat(rate.hertz(100)).isZero();
        rate.frame(100 + SECOND / 50);
        assertThat(rate.hertz(100 + SECOND / 50)).isEqualTo(50, within(1e-6));
    }

    @Test
    void isSmoothOverUnevenFrames() {
        long time = 0;
        for (int i = 0; i < 300; i++) {
            time += SECOND / 60 + (i % 2 == 0 ? 3_000_000 : -3_000_000);
            rate.frame(time);
        }
        assertThat(rate.hertz(time)).isEqualTo(60, within(0.6));
    }

    @Test
    void followsAChangeWithinTwoSeconds() {
        long time = run(0, 60, 120);
        time = run(time, 25, 50);
        assertThat(rate.hertz(time)).isEqualTo(25, within(0.7));
    }

    @Test
    void countsFramesThatWereMissed() {
        long time = 0;
        for (int i = 0; i < 100; i++) {
            time += SECOND / 20;
            rate.frames(3, time);
        }
        assertThat(rate.hertz(time)).isEqualTo(60, within(1e-6));
    }

    @Test
    void fallsWhenFramesStayAway() {
        long time = run(0, 60, 120);
        assertThat(rate.hertz(time + SECOND / 60)).isEqualTo(60, within(1e-3));
        assertThat(rate.hertz(time + SECOND)).isEqualTo(1, within(1e-6));
        assertThat(rate.hertz(time + 10 * SECOND)).isEqualTo(0.1, within(1e-6));
    }

    @Test
    void canBeginAnew() {
        run(0, 60, 120);
        rate.reset();
        assertThat(rate.hertz(SECOND)).isZero();
    }

    @Property
    void anyTimesGiveANumber(@ForAll @Size(max = 20) long[] times, @ForAll int count) {
        FrameRate any = new FrameRate();
        for (long time : times) {
            any.frames(count, time);
            assertThat(any.hertz(time)).isFinite().isNotNegative();
        }
    }

    private long run(long from, int hertz, int frames) {
        long time = from;
        for (int i = 0; i < frames; i++) {
            time += SECOND / hertz;
            rate.frame(time);
        }
        return time;
    }
}
