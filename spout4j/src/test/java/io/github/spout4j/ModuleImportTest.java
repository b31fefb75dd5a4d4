package io.github.spout4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Source files that import whole modules: none of our names is one of Java's or of its windows'. */
@Timeout(120)
class ModuleImportTest {
    private static final String IMPORTS = "import module java.desktop;\nimport module io.github.spout4j;\n\n";

    @TempDir
    private Path directory;

    @Test
    void aProgramNeedsNoOtherImport() throws Exception {
        compile("""
                void main() throws IOException {
                    var image = new BufferedImage(32, 20, BufferedImage.TYPE_INT_ARGB);
                    image.setRGB(31, 19, Color.ORANGE.getRGB());
                    try (Spout spout = Spout.open();
                            SpoutSender sender = spout.sender("Hello").size(32, 20).open();
                            SpoutReceiver receiver = spout.receiver("Hello").open();
                            MemoryBuffer buffer = spout.createMemoryBuffer("Data", 16)) {
                        sender.send(image);
                        try (SpoutFrame frame = receiver.receive(java.time.Duration.ofSeconds(10)).orElseThrow()) {
                            ImageIO.write(frame.toImage(), "png", new File("hello.png"));
                            IO.println(frame.toImage().getRGB(31, 19) == Color.ORANGE.getRGB());
                        }
                    }
                }
                """);
        assertThat(run()).endsWith("true");
        assertThat(directory.resolve("hello.png")).isNotEmptyFile();
    }

    @Test
    void noTypeHasANameOfJavas() throws Exception {
        try (Stream<Path> classes = Files.list(modules().getFirst().resolve("io/github/spout4j"))) {
            List<String> types = classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.replace(".class", "")).toList();
            assertThat(types).contains("Spout", "SpoutFrame", "MemoryBuffer");
            compile("void main() {\n" + types.stream().map(type -> "    Object a" + type + " = " + type + ".class;\n")
                    .collect(Collectors.joining()) + "}\n");
        }
    }

    private void compile(String program) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this Java has no compiler");
        Path source = Files.writeString(directory.resolve("Hello.java"), IMPORTS + program);
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("--module-path", modulePath(), "--add-modules", "io.github.spout4j", "-d",
                    directory.toString());
            boolean compiled = compiler.getTask(told, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(told.toString()).isTrue();
        }
    }

    private String run() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path", modulePath(), "--add-modules", "io.github.spout4j",
                "--enable-native-access=io.github.spout4j,io.github.spout4j.win32", "-Djava.awt.headless=true",
                "-Dspout.directory=" + directory.resolve("objects"), "-cp", directory.toString(), "Hello")
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(output).strip();
            assertThat(program.exitValue()).as(said).isZero();
            return said;
        } finally {
            program.destroyForcibly();
        }
    }

    private static String modulePath() {
        return modules().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Where this library's modules are, itself first. */
    private static List<Path> modules() {
        String classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        List<Path> places = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        return Stream.of("io.github.spout4j", "io.github.spout4j.win32")
                .map(module -> places.stream().filter(place -> ModuleFinder.of(place).find(module).isPresent())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
