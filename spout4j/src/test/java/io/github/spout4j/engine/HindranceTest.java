package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When what hinders a receiver has lasted for too long. */
class HindranceTest {
    private final Hindrance hindrance = new Hindrance();
    /** As {@link System#nanoTime}, it may overflow. */
    private long start;

    private boolean seen(long millis) {
        return hindrance.seen(start + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE - 1_000_000_000})
    void anErrorAfterTwoSecondsAndAsLongAsItLasts(long now) {
        start = now;
        for (int millis = 0; millis < 2000; millis += 10) {
            assertThat(seen(millis)).as(millis + " ms").isFalse();
        }
        assertThat(seen(2000)).isTrue();
        assertThat(seen(2010)).isTrue();
        assertThat(seen(3500)).isTrue();
    }

    @Test
    void aBreakBeginsAnew() {
        seen(0);
        seen(1999);
        hindrance.end();
        assertThat(seen(2001)).isFalse();
        assertThat(seen(4000)).isFalse();
        assertThat(seen(4001)).isTrue();
    }

    @Test
    void whatNobodyLookedAtMayHaveBeenWell() {
        seen(0);
        assertThat(seen(2001)).isFalse();
        assertThat(seen(4000)).isFalse();
        assertThat(seen(4001)).isTrue();
        assertThat(seen(60_000)).isFalse();
    }

    @Test
    void theEndOfNothingIsNothing() {
        hindrance.end();
        assertThat(seen(10_000)).isFalse();
        hindrance.end();
        hindrance.end();
        assertThat(seen(12_000)).isFalse();
    }
}
