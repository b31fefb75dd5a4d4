package io.github.spout4j.proof.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChaosPlanTest {
    @Test
    void aSenderHasItsNameOrTheOneThatItGetsBesideAnother() {
        ChaosPlan plan = new ChaosPlan("run", 0);

        assertThat(plan.knows("run-0")).isTrue();
        assertThat(plan.knows("run-5_12")).isTrue();
        assertThat(plan.knows("run-0_")).isFalse();
        assertThat(plan.knows("run-6")).isFalse();
        assertThat(plan.knows("another-0")).isFalse();
    }
}
