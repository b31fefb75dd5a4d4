package io.github.spout4j.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What Jazzer has found worth keeping, given to each decoder once more. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src", "corpus");
    /** All of them together take seconds. */
    private static final Duration ENDLESS = Duration.ofSeconds(60);
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @TestFactory
    Stream<DynamicTest> noDecoderThrowsWhatItDoesNotSay() {
        return Arrays.stream(Target.values()).map(target -> {
            List<Path> inputs = inputs(target);
            return dynamicTest(target.text() + ": " + inputs.size() + " files", () -> give(target, inputs));
        });
    }

    private static void give(Target target, List<Path> inputs) {
        assumeFalse(WINDOWS && target.posix(), "such files are on Linux and macOS alone");
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            assertTimeoutPreemptively(ENDLESS,
                    () -> assertThatCode(() -> target.give(Files.readAllBytes(input))).as("%s", input)
                            .doesNotThrowAnyException(),
                    input::toString);
        }
    }

    private static List<Path> inputs(Target target) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.text()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCorpusHasItsTarget() throws IOException {
        try (Stream<Path> directories = Files.list(CORPUS)) {
            assertThat(directories.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Target.values()).map(Target::text).toList());
        }
    }
}
