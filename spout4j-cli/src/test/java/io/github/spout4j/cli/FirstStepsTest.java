package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.SpoutProcess.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spout} alone, on a terminal; elsewhere it is bad input (BadInputTest). */
class FirstStepsTest {
    @TempDir
    private Path folder;

    @Test
    void aTerminalIsToldWhatPeopleDoFirst() {
        Result result = SpoutProcess.run(folder, Map.of("spout.stdout.terminal", "true"));
        assertThat(result.stdout().replaceAll("\033\\[[0-9]*m", "").lines()).containsExactly(
                "  spout demo            see it work", "  spout preview         show a sender in a window",
                "  spout send logo.png   send a picture", "  spout doctor          find out what is wrong", "",
                "All commands: spout --help");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }
}
