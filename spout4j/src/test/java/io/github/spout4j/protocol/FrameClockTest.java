package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** By a simulated clock, in ns. */
class FrameClockTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final FrameClock clock = new FrameClock();

    @Test
    void theFirstFrameIsDueAtOnceAndTheNextOneIntervalLater() {
        assertThat(clock.next(50, 7)).isEqualTo(7);
        assertThat(clock.next(50, 7)).isEqualTo(7 + 20 * MILLI);
        assertThat(clock.next(50, 8)).isEqualTo(7 + 40 * MILLI);
    }

    @Test
    void whatIsLateNeverMovesTheNext() {
        clock.next(100, 0);
        assertThat(clock.next(100, 9 * MILLI)).isEqualTo(10 * MILLI);
        assertThat(clock.next(100, 29 * MILLI)).as("late by less than an interval").isEqualTo(20 * MILLI);
        assertThat(clock.next(100, 87 * MILLI)).as("late by more: no burst").isEqualTo(80 * MILLI);
        assertThat(clock.next(100, 87 * MILLI)).isEqualTo(90 * MILLI);
    }

    @Test
    void aRateThatStaysDoesNotDrift() {
        double hertz = 30_000 / 1001.0;
        long start = -5 * SECOND;
        long due = clock.next(hertz, start);
        for (int frame = 0; frame < 3_000_000; frame++) {
            due = clock.next(hertz, due);
        }
        assertThat(due - start).isEqualTo(100_100 * SECOND);
    }

    @Test
    void anotherRateCountsFromTheFrameBefore() {
        assertThat(clock.next(10, 0)).isZero();
        assertThat(clock.next(10, 0)).isEqualTo(100 * MILLI);
        assertThat(clock.next(1000, 100 * MILLI)).isEqualTo(101 * MILLI);
        assertThat(clock.next(2, 101 * MILLI)).isEqualTo(601 * MILLI);
        assertThat(clock.next(2, 601 * MILLI)).isEqualTo(1101 * MILLI);
    }

    @Test
    void alternatingRatesAreHeld() {
        long due = clock.next(29.97, 0);
        for (int frame = 1; frame <= 1000; frame++) {
            due = clock.next(frame % 2 == 0 ? 29.97 : 30, due);
        }
        assertThat(due).isCloseTo((long) (500 / 29.97 * SECOND + 500 / 30.0 * SECOND), within(1000L));
    }

    @Test
    void eachFrameOfAWanderingRateWaitsForItsOwnInterval() {
        Random random = new Random(7);
        long due = clock.next(60, 0);
        for (int frame = 0; frame < 1000; frame++) {
            double hertz = 1 + 239 * random.nextDouble();
            long now = due + (long) (random.nextDouble() * SECOND / hertz); // the program takes its time, but not too much
            long next = clock.next(hertz, now);
            assertThat(next - due).isCloseTo((long) (SECOND / hertz), within(1L));
            due = next;
        }
    }

    @Test
    void aLateCallerIsNotMadeToHurryWhateverTheRates() {
        clock.next(100, 0);
        long now = 10 * SECOND;
        assertThat(clock.next(50, now)).isEqualTo(now);
        assertThat(clock.next(40, now)).isEqualTo(now + 25 * MILLI);
    }

    @Test
    void anEndedWaitIsOver() {
        clock.next(0.001, 0);
        clock.next(0.001, 0);
        clock.resume(3 * SECOND);
        assertThat(clock.next(100, 3 * SECOND)).isEqualTo(3 * SECOND + 10 * MILLI);
    }
}
