package io.github.spout4j.proof.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StressResultTest {
    /** As jcstress 0.16 prints it, of a ring whose receivers hold without a full fence. */
    private static final String PRINTED = """
              Failed tests: 1 matching test results.

            ...... [FAILED] io.github.spout4j.ring.RingOrder.HoldWhileReused

              Results across all configurations:

              RESULT  SAMPLES     FREQ      EXPECT  DESCRIPTION
                   0  263,068   56.09%  Acceptable  the frame was no longer the newest
                   1  205,906   43.90%  Acceptable  the receiver has the frame
                   2       37   <0.01%   Forbidden  the sender wrote to what the receiver has

              All remaining tests: 1 matching test results.

            .......... [OK] io.github.spout4j.ring.RingOrder.Publish

              Results across all configurations:

              RESULT  SAMPLES     FREQ      EXPECT  DESCRIPTION
                0, 0   85,516   19.51%  Acceptable  not yet published
                2, 2  352,775   80.49%  Acceptable  the new frame
            """;

    @Test
    void bothAreRead() {
        List<StressResult> results = StressResult.read(PRINTED.lines().toList());

        assertThat(results).hasSize(2);
        assertThat(results.getFirst().test()).isEqualTo("io.github.spout4j.ring.RingOrder.HoldWhileReused");
        assertThat(results.getFirst().passed()).isFalse();
        assertThat(results.getFirst().told()).isEqualTo("469011 times: 37 FORBIDDEN the sender wrote to what the"
                + " receiver has, 263068 the frame was no longer the newest, 205906 the receiver has the frame");
        assertThat(results.getLast().passed()).isTrue();
        assertThat(results.getLast().samples()).isEqualTo(438_291);
    }
}
