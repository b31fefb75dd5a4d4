package io.github.spout4j.protocol;

import static io.github.spout4j.protocol.Restlessness.PATIENCE_NANOS;
import static io.github.spout4j.protocol.Restlessness.SETTLED_TO_BELIEVE;
import static io.github.spout4j.protocol.Restlessness.UNSETTLED_TO_BELIEVE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestlessnessTest {
    private final Restlessness restlessness = new Restlessness();
    private long now = 1000;

    @Test
    void looksThatNeverAgreeAreBelievedAfterAWhile() {
        unsettled(UNSETTLED_TO_BELIEVE, PATIENCE_NANOS / UNSETTLED_TO_BELIEVE);
        assertThat(restlessness.isRestless()).isFalse();
        unsettled(2, PATIENCE_NANOS / UNSETTLED_TO_BELIEVE);
        assertThat(restlessness.isRestless()).isTrue();
    }

    @Test
    void fewLooksProveNothingHoweverFarApart() {
        unsettled(UNSETTLED_TO_BELIEVE - 1, 10 * PATIENCE_NANOS);
        assertThat(restlessness.isRestless()).isFalse();
    }

    @Test
    void norDoMany() {
        unsettled(100, PATIENCE_NANOS / 200);
        assertThat(restlessness.isRestless()).isFalse();
    }

    @Test
    void whatSettledOrStoodStillBeginsAnew() {
        for (int i = 0; i < 50; i++) {
            unsettled(UNSETTLED_TO_BELIEVE - 1, PATIENCE_NANOS);
            restlessness.unchanged();
            unsettled(UNSETTLED_TO_BELIEVE - 1, PATIENCE_NANOS);
            restlessness.given(true);
        }
        assertThat(restlessness.isRestless()).isFalse();
    }

    @Test
    void framesThatSettleInARowEndIt() {
        unsettled(2 * UNSETTLED_TO_BELIEVE, PATIENCE_NANOS);
        given(true, SETTLED_TO_BELIEVE - 1);
        given(false, 1);
        given(true, SETTLED_TO_BELIEVE - 1);
        assertThat(restlessness.isRestless()).isTrue();
        given(true, 1);
        assertThat(restlessness.isRestless()).isFalse();
    }

    private void unsettled(int looks, long apart) {
        for (int i = 0; i < looks; i++) {
            restlessness.unsettled(now);
            now += apart;
        }
    }

    private void given(boolean agreed, int frames) {
        for (int i = 0; i < frames; i++) {
            restlessness.given(agreed);
        }
    }
}
