package io.github.spout4j.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.proof.model.RingModel.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingModelTest {
    private static final int MOST = 1_000_000;

    @Test
    void asItIs() {
        Explored explored = Explorer.explore(new RingModel(1, 1, 3, 1, true, Mistake.NONE), MOST);

        assertThat(explored.kept()).as(explored.text()).isTrue();
        assertThat(explored.states()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"HOLDS_WITHOUT_LOOKING_AGAIN, receiver 0 reads a frame that is written to",
            "PUBLISHES_BEFORE_WRITING, a living sender's frame is not where it should be",
            "TAKES_BACK_FROM_THE_LIVING, receiver 0 reads a frame that is written to",
            "WRITES_TO_THE_NEWEST, receiver 0 reads a frame that is written to",
            "RELEASES_BEFORE_READING, receiver 0 reads a frame that is written to",
            "LOSES_NUMBERS, 'a frame comes twice, or after a newer one'"})
    void mistakesShow(Mistake mistake, String broken) {
        Explored explored = Explorer.explore(new RingModel(1, 1, 3, 1, true, mistake), MOST);

        assertThat(explored.broken()).isEqualTo(broken);
    }
}
