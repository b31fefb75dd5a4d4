package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sketches of Processing send and receive, and are not disturbed by it: each in a process of its own, on a screen of the test's. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessingTest {
    private static final Path SKETCHES = Path.of("processing");
    private static final Path TEST_SKETCHES = Path.of("src/test/processing");
    private static final Pattern SKETCH = Pattern.compile("^```java\\R(import processing.*?)^```",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final int SKY = 0xFF60A0E0;
    private static final int MEADOW = 0xFF408020;
    private static final int SUN = 0xFFFFE040;
    /** Shown while no frame has come. */
    private static final int NO_SENDER = 0xFF404040;

    @TempDir
    private static Path classes;

    @TempDir
    private Path directory;

    private Path processing;
    private Display display;

    @BeforeEach
    void open() throws IOException {
        String place = System.getProperty("spout.processing", "");
        assumeFalse(place.isEmpty(), "Processing is not here; with -Dspout.processing=\"$(build/processing)\", "
                + "which fetches it, Maven runs this on Linux");
        processing = Path.of(place);
        display = Display.open(1280, 1024);
    }

    @AfterEach
    void close() {
        if (display != null) {
            display.close();
        }
    }

    @Test
    void whatASketchDrawsIsSentUprightWhateverItsSize() throws Exception {
        compile();
        try (JavaProcess _ = record("drawn"); JavaProcess sketch = start("ResizingSketch", "drawn")) {
            assertThat(sketch.lineWith("drawn into framebuffer ")).doesNotEndWith(" 0");
            int large = 0;
            int small = 0;
            while (small < 5) {
                BufferedImage frame = frame(sketch, large + small + 1);
                expectScene(frame);
                if (frame.getWidth() == 640) {
                    assertThat(frame.getHeight()).isEqualTo(360);
                    large++;
                } else {
                    assertThat(frame.getWidth()).isEqualTo(320);
                    assertThat(frame.getHeight()).isEqualTo(240);
                    small++;
                }
                if (large == 3 && small == 0) {
                    sketch.enter();
                }
            }
            assertThat(large).isGreaterThanOrEqualTo(3);
        }
    }

    /** The meadow is below, the sun is on the left, and nothing of the text, which is drawn afterwards, is there. */
    private static void expectScene(BufferedImage frame) {
        int width = frame.getWidth();
        int height = frame.getHeight();
        expectColour(frame, 0, 0, width, height / 5, SKY);
        expectColour(frame, 0, height * 9 / 10, width, height / 10, MEADOW);
        expectColour(frame, width / 6, height / 3, 1, 1, SUN);
        expectColour(frame, width * 5 / 6, height / 3, 1, 1, SKY);
    }

    private static void expectColour(BufferedImage frame, int x, int y, int width, int height, int colour) {
        int[] wrong = Arrays.stream(frame.getRGB(x, y, width, height, null, 0, width))
                .filter(pixel -> pixel != colour).toArray();
        assertThat(wrong).inHexadecimal()
                .as("what is not %08X of %d × %d pixels at %d, %d", colour, width, height, x, y).isEmpty();
    }

    @Test
    void whatASenderSendsIsDrawnUprightWhateverItsSize() throws Exception {
        compile();
        int[] large = write("large.png", 640, 360,
                (x, y) -> 0xFF000000 | (x * 7 + y & 0xFF) << 16 | (x ^ y) << 8 & 0xFF00 | y * 5 + x & 0xFF);
        write("small.png", 320, 180, (x, y) -> quarter(x < 160, y < 90));
        try (JavaProcess _ = JavaProcess.start(Path.of("").toAbsolutePath(), directory,
                AlternatingProgram.class.getName(), "sent", directory.resolve("large.png").toString(),
                directory.resolve("small.png").toString());
                JavaProcess _ = record("shown");
                JavaProcess sketch = start("RelayingSketch", "sent", "shown")) {
            int larges = 0;
            int smalls = 0;
            for (int number = 1; larges < 2 || smalls < 2; number++) {
                BufferedImage frame = frame(sketch, number);
                int[] pixels = frame.getRGB(0, 0, 640, 360, null, 0, 640);
                if (pixels[0] == quarter(true, true)) {
                    expectQuarters(frame);
                    smalls++;
                } else if (pixels[0] != NO_SENDER) {
                    assertThat(Arrays.mismatch(pixels, large)).as("the first wrong pixel").isEqualTo(-1);
                    larges++;
                }
            }
        }
    }

    private static int quarter(boolean left, boolean above) {
        return left ? above ? 0xFF801020 : 0xFF108020 : above ? 0xFF102080 : 0xFFF0E0D0;
    }

    /** Twice as large, and so mixed where they meet. */
    private static void expectQuarters(BufferedImage frame) {
        expectColour(frame, 0, 0, 318, 178, quarter(true, true));
        expectColour(frame, 322, 0, 318, 178, quarter(false, true));
        expectColour(frame, 0, 182, 318, 178, quarter(true, false));
        expectColour(frame, 322, 182, 318, 178, quarter(false, false));
    }

    @Test
    void nothingOfProcessingsIsChangedByIt() throws Exception {
        compile();
        try (JavaProcess sketch = start("StateSketch", "state")) {
            sketch.expect("drawn into framebuffer 0").expect("images are sent");
            assertThat(sketch.lineWith("drawn into framebuffer ")).doesNotEndWith(" 0");
            sketch.expect("nothing is changed").expectExit(0);
        }
    }

    @Test
    void theSketchOfTheGuideSends() throws Exception {
        Matcher guide = SKETCH.matcher(Files.readString(Path.of("..", "docs", "migration", "processing.md")));
        assertThat(guide.find()).isTrue();
        Path source = Files.writeString(directory.resolve("Sketch.java"), guide.group(1));
        try (JavaProcess _ = record("Sketch"); JavaProcess sketch = start(source.toString())) {
            BufferedImage frame = frame(sketch, 1);
            assertThat(frame.getWidth()).isEqualTo(640);
            expectColour(frame, 0, 0, 640, 60, 0xFF005A64);
            assertThat(frame.getRGB(320, 180)).inHexadecimal().isNotEqualTo(0xFF005A64);
        }
    }

    /** All sketches, to classes, once. */
    private void compile() throws IOException {
        if (Files.exists(classes.resolve("StateSketch.class"))) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (Stream<Path> examples = Files.list(SKETCHES);
                Stream<Path> tests = Files.list(TEST_SKETCHES);
                var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = Stream.concat(examples, tests).filter(file -> file.toString().endsWith(".java"))
                    .toList();
            boolean compiled = compiler.getTask(messages, files, null,
                    List.of("-Xlint:all,-path", "-Werror", "-proc:none", "-cp", classPath(), "-d",
                            classes.toString()),
                    null, files.getJavaFileObjectsFromPaths(sources)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(processing).filter(file -> file.toString().endsWith(".jar"))) {
            return Stream.concat(Stream.of(classes.toString(), JavaProcess.classPath()), jars.map(Path::toString))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private JavaProcess start(String sketch, String... arguments) throws IOException {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory,
                List.of("-cp", classPath(), "-Djava.library.path=" + processing.resolve("natives"),
                        "-Djava.awt.headless=false"),
                display.environment(), sketch, arguments);
    }

    private JavaProcess record(String sender) throws IOException {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory, RecordPngSequence.class.getName(),
                directory.resolve("recorded").toString(), sender);
    }

    /** The recorded frame of that number, once the sketch has sent it. */
    private BufferedImage frame(JavaProcess sketch, int number) throws IOException, InterruptedException {
        Path file = directory.resolve("recorded").resolve("%06d.png".formatted(number));
        while (!Files.exists(file)) {
            sketch.requireRunning();
            Thread.sleep(10);
        }
        return ImageIO.read(file.toFile());
    }

    private int[] write(String name, int width, int height, IntBinaryOperator pixel) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        Arrays.setAll(pixels, i -> pixel.applyAsInt(i % width, i / width));
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(picture, "png", directory.resolve(name).toFile());
        return pixels;
    }
}
