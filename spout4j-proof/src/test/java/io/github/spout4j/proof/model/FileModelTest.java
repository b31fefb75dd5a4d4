package io.github.spout4j.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.proof.model.FileModel.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileModelTest {
    private static final int MOST = 100_000;

    @Test
    void asItIs() {
        Explored explored = Explorer.explore(new FileModel(2, Mistake.NONE), MOST);

        assertThat(explored.kept()).as(explored.text()).isTrue();
        assertThat(explored.states()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"NO_DIRECTORY_LOCK, create fails as the file exists",
            "REMOVES_WHAT_OTHERS_HOLD, process 1 holds an object that others do not find by its name",
            "HOLDS_AFTER_UNLOCKING, process 0 holds an object that others do not find by its name",
            "EXPECTS_NO_DYING, a file is held that is not made"})
    void mistakesShow(Mistake mistake, String broken) {
        Explored explored = Explorer.explore(new FileModel(2, mistake), MOST);

        assertThat(explored.broken()).isEqualTo(broken);
    }
}
