package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
    @ParameterizedTest
    @CsvSource({"a.png,7,a.png", "f-%d.png,7,f-7.png", "f-%04d.png,7,f-0007.png", "%3d.png,7,'  7.png'",
            "%02d.PNG,123,123.PNG"})
    void namesFilesByTheFramesNumber(String pattern, long number, String expected) {
        assertThat(OutputFile.of("--out", pattern).path(number)).isEqualTo(Path.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "png", "%d-%d.png", "%s.png", "100%.png", "no such folder/a.png", "%05000d.png"})
    void refusesWhatCannotBeWritten(String pattern) {
        assertThatThrownBy(() -> OutputFile.of("--out", pattern)).isInstanceOfSatisfying(CommandException.class,
                e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
    }

    @Test
    void refusesADirectory(@TempDir Path folder) throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken.png"));
        assertThatThrownBy(() -> OutputFile.of("--out", taken.toString())).hasMessageContaining("is a directory");
    }
}
