package io.github.spout4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code ./bench --check} finds, and says. */
class ComparisonTest {
    private static final Subject COPY = new Subject("Pixels.copy", "4x4");
    private static final Subject FLIP = new Subject("Pixels.flip", "4x4");

    @Test
    void withinTheNoiseNothingIsSaid() {
        Comparison comparison = compare(Map.of(COPY, 1.19, FLIP, 1.41));
        assertThat(comparison.slower()).isEmpty();
        assertThat(comparison.faster()).isEmpty();
        assertThat(comparison.compared()).isEqualTo(2);
        assertThat(text(comparison)).isEqualTo("None of 2 is slower than the baseline.\n");
    }

    @Test
    void beyondTheNoiseItIsSlower() {
        Comparison comparison = compare(Map.of(COPY, 1.21, FLIP, 3.0));
        assertThat(comparison.slower()).extracting(Comparison.Change::subject).containsExactly(COPY, FLIP);
        assertThat(text(comparison)).isEqualTo("""
                Slower than the baseline, beyond the noise:

                | benchmark | size | baseline | now | by | noise |
                | --- | --- | ---: | ---: | ---: | ---: |
                | Pixels.copy | 4x4 | 1.00 | 1.21 | +21 % | 20 % |
                | Pixels.flip | 4x4 | 2.00 | 3.00 | +50 % | 30 % |

                2 of 2 slower than the baseline.
                """);
    }

    @Test
    void fasterFailsNothing() {
        Comparison comparison = compare(Map.of(COPY, 0.79, FLIP, 2.0));
        assertThat(comparison.slower()).isEmpty();
        assertThat(comparison.faster()).extracting(Comparison.Change::subject).containsExactly(COPY);
        assertThat(text(comparison)).contains("| Pixels.copy | 4x4 | 1.00 | 0.79 | -21 % | 20 % |")
                .endsWith("None of 2 is slower than the baseline.\n");
    }

    @Test
    void whatIsMissingIsSaidWithItsReason() {
        Comparison comparison = compare(Map.of(COPY, 1.0));
        assertThat(comparison.missing()).containsExactly(FLIP);
        assertThat(text(comparison)).contains("Not measured, as no benchmark has that name now: Pixels.flip 4x4\n");
        assertThat(new Findings(comparison, _ -> Optional.of("there is no such thing here"), Colour.NONE).toString())
                .contains("Not measured, there is no such thing here: Pixels.flip 4x4\n");
    }

    @Test
    void whatIsNewIsSaid() {
        Subject other = new Subject("Pixels.other", "4x4");
        Comparison comparison = compare(Map.of(COPY, 1.0, FLIP, 2.0, other, 100.0));
        assertThat(comparison.added()).containsExactly(other);
        assertThat(comparison.slower()).isEmpty();
        assertThat(text(comparison)).contains("New, until ./bench --baseline has it: Pixels.other 4x4\n");
    }

    @Test
    void nothingInCommonIsNoSuccess() {
        Comparison comparison = compare(Map.of());
        assertThat(comparison.compared()).isZero();
        assertThat(text(comparison)).endsWith("Nothing of the baseline was measured.\n");
    }

    private static Comparison compare(Map<Subject, Double> now) {
        return new Comparison(new Baseline("", "", new TreeMap<>(
                Map.of(COPY, new Baseline.Kept(1.0, 0.2), FLIP, new Baseline.Kept(2.0, 0.3)))), now);
    }

    private static String text(Comparison comparison) {
        return new Findings(comparison, _ -> Optional.empty(), Colour.NONE).toString();
    }
}
