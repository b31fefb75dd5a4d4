package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show runs, and what they link to is there. */
class DocumentsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA = Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+?) *$", Pattern.MULTILINE);

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theProgramInTheReadmeSendsAndReceives() throws Exception {
        assumeTrue(ToolProvider.getSystemJavaCompiler() != null, "this Java has no compiler to run source files with");
        List<String> programs = JAVA.matcher(Files.readString(PROJECT.resolve("README.md"))).results()
                .map(match -> match.group(1)).toList();
        assertThat(programs).isNotEmpty();
        for (String program : programs) {
            Path source = Files.writeString(directory.resolve("Hello.java"), program);
            try (JavaProcess hello = JavaProcess.startSource(directory, source)) {
                hello.expect("frame 1 arrived: 320 × 200");
                hello.expectExit(0);
            }
            assertThat(directory.resolve("hello.png")).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        String text = CODE.matcher(Files.readString(document)).replaceAll("");
        assertThat(LINK.matcher(text).results().map(DocumentsTest::target)).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(headings(target)).contains(parts[1]);
            }
        });
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(2);
    }

    private static List<String> headings(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document)).results().map(heading -> heading.group(1).toLowerCase()
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT); Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }
}
