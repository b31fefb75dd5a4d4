package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is short, says what it is for and how to run it, and is in the list. */
class SourcesTest {
    private static final Path FOLDER = Path.of("src/main/java/io/github/spout4j/examples");
    private static final Path SKETCHES = Path.of("processing");

    @ParameterizedTest
    @MethodSource("examples")
    void isShortAndBeginsByTellingHowToRunIt(Path example) throws IOException {
        String source = Files.readString(example);
        assertThat(source.lines().count()).as("lines").isLessThanOrEqualTo(100);
        String header = source.substring(0, source.indexOf("\npublic ")).replaceAll("\n \\* ", " ");
        assertThat(header).contains("/**").contains("Run: {@code examples/" + script(example) + " " + name(example))
                .contains("rgument");
    }

    @Test
    void theListHasThemAll() throws IOException {
        String list = Files.readString(Path.of("README.md"));
        assertThat(examples().map(example -> "[%s](%s)".formatted(name(example),
                example.toString().replace('\\', '/')))).isNotEmpty()
                .allSatisfy(link -> assertThat(list).contains(link));
    }

    private static String script(Path example) {
        return example.startsWith(SKETCHES) ? "processing/run" : "run";
    }

    private static String name(Path example) {
        return example.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER); Stream<Path> sketches = Files.list(SKETCHES)) {
            return Stream.concat(files, sketches)
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java")).toList()
                    .stream();
        }
    }
}
