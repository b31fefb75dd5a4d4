package io.github.spout4j.examples;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
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
    private static final Pattern JSHELL = Pattern.compile("^```jshell\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+?) *$", Pattern.MULTILINE);

    private static final String GIVEN = """

            import module java.base;
            import io.github.spout4j.*;
            import io.github.spout4j.library.SpoutLibrary;
            import io.github.spout4j.opengl.*;
            import java.awt.Graphics2D;
            import java.awt.image.BufferedImage;
            import javax.imageio.ImageIO;

            Spout spout;
            SpoutSender sender;
            SpoutReceiver receiver;
            SpoutFrame frame;
            BufferedImage image;
            int[] argb;
            byte[] bytes;
            ByteBuffer buffer;
            MemorySegment memory;
            long texture;
            long handle;
            boolean running;

            void show(BufferedImage picture) {}

            void render(long texture) {}

            void main() throws Exception {
            """;

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

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fourLinesInJshellSendAPicture() throws Exception {
        Path jshell = Stream.of("jshell", "jshell.exe").map(Path.of(System.getProperty("java.home"), "bin")::resolve)
                .filter(Files::exists).findFirst().orElse(null);
        assumeTrue(jshell != null, "this Java has no jshell");
        Matcher block = JSHELL.matcher(Files.readString(PROJECT.resolve("docs/start.md")));
        assertThat(block.find()).isTrue();
        List<String> lines = block.group(1).lines().toList();
        assertThat(lines).hasSize(4);
        Path file = directory.resolve("received.png");
        try (JavaProcess shell = JavaProcess.startJshell(directory, jshell)) {
            for (String line : lines) {
                shell.type(line);
            }
            shell.expect("==> true");
            try (JavaProcess receiver = JavaProcess.start(Path.of("").toAbsolutePath(), directory,
                    ReceiveToPng.class.getName(), file.toString(), "From jshell")) {
                receiver.expect("Saved frame 1, 2 × 2").expectExit(0);
            }
        }
        assertThat(ImageIO.read(file.toFile()).getRGB(0, 0, 2, 2, null, 0, 2)).containsExactly(0xFFFF0000, 0xFF00FF00,
                0xFF0000FF, 0xFFFFFFFF);
    }

    @Test
    void javaInTheDocumentsCompiles() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this Java has no compiler");
        List<Path> sources = new ArrayList<>();
        for (Path document : documents().toList()) {
            String text = Files.readString(document);
            String name = document.getFileName().toString().replaceAll("\\W", "_");
            for (MatchResult block : JAVA.matcher(text).results()
                    .filter(block -> !block.group(1).contains("import processing.")).toList()) { // see ProcessingTest
                long line = text.substring(0, block.start(1)).lines().count() + 1;
                sources.add(Files.writeString(directory.resolve(name + "_line_" + line + ".java"),
                        program(block.group(1))));
            }
        }
        StringWriter messages = new StringWriter();
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiled = compiler.getTask(messages, files, null,
                    List.of("-cp", JavaProcess.classPath(), "--add-modules", "io.github.spout4j", "--module-path",
                            JavaProcess.modulePath(), "-d", directory.toString(), "-encoding", "UTF-8"),
                    null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    /** What is no program is one where the names of {@link #GIVEN} are there. */
    private static String program(String block) {
        if (block.contains("void main(")) {
            return block;
        }
        Map<Boolean, List<String>> lines = block.lines().collect(partitioningBy(line -> line.startsWith("import ")));
        return String.join("\n", lines.get(true)) + GIVEN + String.join("\n", lines.get(false)) + "\n}\n";
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
        try (Stream<Path> top = Stream.concat(Files.list(PROJECT), Stream.of(PROJECT.resolve("examples/README.md")));
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }
}
