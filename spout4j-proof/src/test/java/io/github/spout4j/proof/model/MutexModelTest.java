package io.github.spout4j.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.proof.model.MutexModel.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutexModelTest {
    private static final int MOST = 1_000_000;

    @Test
    void asItIs() {
        Explored explored = Explorer.explore(new MutexModel(2, Mistake.NONE), MOST);

        assertThat(explored.kept()).as(explored.text()).isTrue();
        assertThat(explored.states()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"2, TAKES_WITHOUT_COMPARING, 2 own the mutex", "2, WAKES_NOBODY, who lives waits in vain",
            "2, ABANDONED_IS_FREE, 'an owner was killed, and the next one is not told'",
            "3, FORGETS_OTHERS, who lives waits in vain"})
    void mistakesShow(int processes, Mistake mistake, String broken) {
        Explored explored = Explorer.explore(new MutexModel(processes, mistake), MOST);

        assertThat(explored.broken()).isEqualTo(broken);
        assertThat(explored.trace()).hasSizeGreaterThan(5).last().asString().startsWith("process ");
    }
}
