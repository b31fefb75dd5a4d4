package io.github.spout4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of several rounds, and the file. */
class BaselineTest {
    private static final Subject COPY = new Subject("Pixels.copy", "4x4");
    private static final Subject FLIP = new Subject("Pixels.flip", "4x4");

    @TempDir
    private Path folder;

    @Test
    void keepsTheMiddleAndHowFarRoundsAreApart() {
        assertThat(Baseline.Kept.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Baseline.Kept(2.0, 1.0));
    }

    @Test
    void takesATenthForNoiseAtLeast() {
        assertThat(Baseline.Kept.of(List.of(2.0, 2.0, 2.0))).isEqualTo(new Baseline.Kept(2.0, 0.1));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Baseline baseline = Baseline.of("2 processors, A, B", "2026-11-28",
                Map.of(FLIP, List.of(1.25, 1.5, 1.745), COPY, List.of(1.0)));
        Path file = folder.resolve("new").resolve("baseline.csv");
        baseline.write(file);
        assertThat(Files.readString(file)).isEqualTo("""
                # Written by ./bench --baseline for ./bench --check, see CONTRIBUTING.md.
                # machine: 2 processors, A, B
                # date: 2026-11-28
                benchmark,size,ratio,noise
                Pixels.copy,4x4,1.000,0.10
                Pixels.flip,4x4,1.500,0.33
                """);
        assertThat(Baseline.read(file)).isEqualTo(new Baseline("2 processors, A, B", "2026-11-28",
                new TreeMap<>(Map.of(COPY, new Baseline.Kept(1.0, 0.1), FLIP, new Baseline.Kept(1.5, 0.33)))));
    }

    @Test
    void givesThoseWhoseNamesMatch() {
        Baseline baseline = Baseline.of("", "", Map.of(FLIP, List.of(1.0), COPY, List.of(2.0)));
        assertThat(baseline.matching(Pattern.compile("s.fl")).ratios()).containsOnlyKeys(FLIP);
        assertThat(baseline.notMatching(Pattern.compile("s.fl")).ratios()).containsOnlyKeys(COPY);
    }

    @Test
    void takesItsOwnRatiosFirst() {
        Baseline older = Baseline.of("old", "2026-11-27", Map.of(FLIP, List.of(1.0), COPY, List.of(2.0)));
        assertThat(Baseline.of("new", "2026-11-28", Map.of(FLIP, List.of(3.0))).with(older))
                .isEqualTo(Baseline.of("new", "2026-11-28", Map.of(FLIP, List.of(3.0), COPY, List.of(2.0))));
    }

    @Test
    void saysWhichLineItCannotRead() throws IOException {
        Path file = folder.resolve("baseline.csv");
        Files.writeString(file, "Pixels.copy,4x4,much,0.10\n");
        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("Pixels.copy,4x4,much,0.10");
    }
}
