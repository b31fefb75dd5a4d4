package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places that frames have in a film, by a simulated clock. */
class ConstantRateTest {
    private static final long SECOND = 1_000_000_000;

    private long taken;
    private long repeated;
    private long leftOut;

    /** Frames of a sender at a rate, each early or late by chance. */
    private void send(Rate film, double senderHz, int frames, double jitterSeconds) {
        ConstantRate clock = new ConstantRate(film);
        SplittableRandom random = new SplittableRandom(1);
        clock.begin(SECOND);
        for (int i = 0; i < frames; i++) {
            long now = SECOND + (long) (i / senderHz * SECOND)
                    + (i == 0 || jitterSeconds == 0
                            ? 0
                            : (long) (random.nextDouble(-jitterSeconds, jitterSeconds) * SECOND));
            long missing = clock.missing(now);
            if (missing < 0) {
                leftOut++;
            } else {
                clock.filled(missing + 1);
                repeated += missing;
                taken++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.004, 0.015})
    void aSenderOfTheFilmsRateKeepsEachFrame(double jitter) {
        send(Rate.of(60), 60, 36_000, jitter);
        assertThat(taken).isEqualTo(36_000);
        assertThat(repeated).isZero();
        assertThat(leftOut).isZero();
    }

    @Test
    void aSenderThatIsALittleSlowerHasOneRepeatedNowAndThen() {
        send(Rate.of(60), 60000.0 / 1001, 60_000, 0.004);
        assertThat(taken).isEqualTo(60_000);
        assertThat(repeated).isBetween(58L, 61L);
    }

    @Test
    void aFasterSenderHasFramesLeftOut() {
        send(Rate.of(30), 60, 6000, 0.002);
        assertThat(taken).isBetween(2999L, 3002L);
        assertThat(repeated).isZero();
        assertThat(leftOut).isBetween(2998L, 3001L);
    }

    @Test
    void aSlowerSenderHasFramesRepeated() {
        send(Rate.of(60), 24, 2400, 0.002);
        assertThat(taken).isEqualTo(2400);
        assertThat(taken + repeated).isBetween(5996L, 6000L);
    }

    @Test
    void aPauseIsFilledToTheTimeThatItTook() {
        ConstantRate clock = new ConstantRate(Rate.of(30));
        clock.begin(0);
        clock.filled(1);
        assertThat(clock.missing(10 * SECOND)).isEqualTo(299);
    }

    @Test
    void whatCannotBeFilledIsGivenUp() {
        ConstantRate clock = new ConstantRate(Rate.of(30));
        clock.begin(0);
        clock.filled(1);
        assertThat(clock.giveUp(SECOND, 2)).isZero();
        assertThat(clock.giveUp(10 * SECOND, 2)).isEqualTo(239);
        assertThat(clock.missing(10 * SECOND)).isBetween(59L, 60L);
    }

    @Test
    void patienceLastsUntilAPlaceIsOverdue() {
        ConstantRate clock = new ConstantRate(Rate.of(50));
        clock.begin(0);
        clock.filled(1);
        assertThat(clock.patience(0)).isEqualTo(40_000_000);
        assertThat(clock.missing(39_999_999)).isZero();
        assertThat(clock.missing(40_000_001)).isEqualTo(1);
    }

    @Test
    void ntscDoesNotDrift() {
        Rate rate = new Rate(30_000, 1001);
        assertThat(rate.nanosOf(30_000L * 3600)).isEqualTo(1001L * 3600 * SECOND);
        send(rate, rate.hz(), 600, 0);
        assertThat(taken).isEqualTo(600);
        assertThat(repeated + leftOut).isZero();
    }
}
