package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of graphics libraries draw is received the right way up, moves, and ends with its window. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenGlExamplesTest {
    private static final String LINUX_TELLS = "it has nothing of Windows of its own, and takes long there";

    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;
    private static final int BLACK = 0xFF000000;
    private static final int GREY = 0xFF333333;
    private static final int FRAMES = 3;
    private static final int MARK = 40;
    /** Of a mark, without the row that is mixed with its neighbour. */
    private static final int SHOWN = MARK * 3 / 4 - 1;

    @TempDir
    private Path directory;

    @Test
    void lwjgl() throws Exception {
        sendsUntilItsWindowIsClosed(SendFromLwjgl.class, GREY);
    }

    @Test
    void libGdx() throws Exception {
        sendsUntilItsWindowIsClosed(SendFromLibGdx.class, GREY);
    }

    @Test
    void jMonkeyEngine() throws Exception {
        sendsUntilItsWindowIsClosed(SendFromJMonkeyEngine.class, BLACK);
    }

    @Test
    void javaFx() throws Exception {
        NativeLibraries.assumeJavaFx();
        sendsUntilItsWindowIsClosed(SendFromJavaFx.class, GREY, "-Dprism.order=sw");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "EGL is a thing of Linux")
    void eglWithoutADisplay() throws Exception {
        NativeLibraries.assumeEgl();
        try (JavaProcess sender = start(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), List.of(), SendFromEgl.class,
                "drawn")
                .expect("Sending \"drawn\" drawn by ")) {
            expectScene(record("drawn"), GREY);
            sender.interrupt();
            assertThat(sender.rest()).isEmpty();
            sender.expectExit(130);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SendFromLwjgl.class, ReceiveInLwjgl.class, SendFromLibGdx.class,
            SendFromJMonkeyEngine.class, SendFromJavaFx.class})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "there is always a display")
    void whereThereIsNoDisplayOneLineSaysSo(Class<?> example) throws Exception {
        try (JavaProcess program = start(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), List.of(), example)) {
            // JavaFX says before that it is on the class path, as it is in tests
            assertThat(program.rest()).noneMatch(line -> line.startsWith("\tat ")).last().asString()
                    .containsIgnoringCase("no window here: ");
            program.expectExit(1);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SendFromLwjgl.class, ReceiveInLwjgl.class, SendFromLibGdx.class,
            SendFromJMonkeyEngine.class, SendFromJavaFx.class})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINUX_TELLS)
    void aNameThatCannotBeIsOneLine(Class<?> example) throws Exception {
        try (Display display = Display.open(1280, 720);
                JavaProcess program = start(display, List.of(), example, "x".repeat(300))) {
            assertThat(program.rest()).singleElement().asString().startsWith("the sender name \"x");
            program.expectExit(2);
        }
    }

    @Test
    void theReceiverShowsWhatIsSentAndEndsWithItsWindow() throws Exception {
        try (Display here = Display.open(1280, 720);
                Display there = Display.open(960, 540);
                JavaProcess _ = start(here, List.of(), SendFromLwjgl.class, "drawn").expect("Sending");
                JavaProcess receiver = start(there, List.of(), ReceiveInLwjgl.class, "drawn")) {
            receiver.expect("Receiving \"drawn\"");
            Path expected = directory.resolve("expected.png");
            ImageIO.write(markedCorners(), "png", expected.toFile());
            try (JavaProcess screen = start(there, List.of("-Djava.awt.headless=false"), ScreenProgram.class,
                    expected.toString(), Path.of("target", "screen.png").toString())) {
                screen.expect("shown");
            }
            closeWindow(there, "Receiving", "drawn");
            assertThat(receiver.rest()).isEmpty();
            receiver.expectExit(0);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINUX_TELLS)
    void theReceiverWaitsForASender() throws Exception {
        try (Display display = Display.open(960, 540);
                JavaProcess receiver = start(display, List.of(), ReceiveInLwjgl.class, "later")
                        .expect("Waiting for \"later\"")) {
            try (JavaProcess _ = start(display, List.of(), SendInPlace.class, "later").expect("Sending")) {
                receiver.expect("Receiving \"later\"");
            }
            receiver.expect("Waiting for \"later\"");
        }
    }

    /** What is surely seen of the scene in a window of 960 × 540. */
    private static BufferedImage markedCorners() {
        BufferedImage window = new BufferedImage(960, 540, BufferedImage.TYPE_INT_ARGB);
        fill(window, 0, 0, RED);
        fill(window, 0, window.getHeight() - SHOWN, BLUE);
        fill(window, window.getWidth() - SHOWN, 0, GREY);
        fill(window, window.getWidth() - SHOWN, window.getHeight() - SHOWN, GREY);
        return window;
    }

    private static void fill(BufferedImage picture, int left, int top, int color) {
        for (int y = top; y < top + SHOWN; y++) {
            for (int x = left; x < left + SHOWN; x++) {
                picture.setRGB(x, y, color);
            }
        }
    }

    private void sendsUntilItsWindowIsClosed(Class<?> example, int background, String... options) throws Exception {
        try (Display display = Display.open(1280, 720);
                JavaProcess sender = start(display, List.of(options), example, "drawn").expect("Sending \"drawn\"; ")) {
            expectScene(record("drawn"), background);
            closeWindow(display, "Sending", "drawn");
            assertThat(sender.rest()).isEmpty();
            sender.expectExit(0);
        }
    }

    /** Red in the upper left corner, blue in the lower left one, and in the middle something that moves. */
    private static void expectScene(List<BufferedImage> frames, int background) {
        for (BufferedImage frame : frames) {
            assertThat(frame.getWidth()).isEqualTo(1280);
            assertThat(frame.getHeight()).isEqualTo(720);
            expectFilled(frame, "upper left", 0, 0, RED);
            expectFilled(frame, "lower left", 0, frame.getHeight() - MARK, BLUE);
            expectFilled(frame, "upper right", frame.getWidth() - MARK, 0, background);
            expectFilled(frame, "lower right", frame.getWidth() - MARK, frame.getHeight() - MARK, background);
            expectFilled(frame, "left", 0, frame.getHeight() / 2, background);
        }
        assertThat(frames).extracting(OpenGlExamplesTest::middle).as("what moves")
                .anyMatch(middle -> !middle.equals(middle(frames.getFirst())));
    }

    private static void expectFilled(BufferedImage frame, String place, int left, int top, int color) {
        for (int y = top; y < top + MARK; y++) {
            for (int x = left; x < left + MARK; x++) {
                assertThat(frame.getRGB(x, y)).as("%s, pixel %d, %d", place, x, y).inHexadecimal().isEqualTo(color);
            }
        }
    }

    private static List<Integer> middle(BufferedImage frame) {
        List<Integer> pixels = new ArrayList<>();
        for (int y = 160; y < 560; y++) {
            for (int x = 440; x < 840; x++) {
                pixels.add(frame.getRGB(x, y));
            }
        }
        return pixels;
    }

    private List<BufferedImage> record(String sender) throws Exception {
        Path recorded = directory.resolve("recorded");
        try (JavaProcess recorder = JavaProcess.start(folder(), directory, RecordPngSequence.class.getName(),
                recorded.toString(), sender, "" + FRAMES)) {
            recorder.expect("Recorded " + FRAMES + " frames").expectExit(0);
        }
        List<BufferedImage> frames = new ArrayList<>();
        for (int number = 1; number <= FRAMES; number++) {
            frames.add(ImageIO.read(recorded.resolve("%06d.png".formatted(number)).toFile()));
        }
        return frames;
    }

    private void closeWindow(Display display, String... title) throws IOException {
        try (JavaProcess program = start(display, List.of(), CloseWindowProgram.class, title)) {
            program.expect("asked");
        }
    }

    private JavaProcess start(Display display, List<String> options, Class<?> program, String... arguments)
            throws IOException {
        return start(display.environment(), options, program, arguments);
    }

    private JavaProcess start(Map<String, String> environment, List<String> options, Class<?> program,
            String... arguments) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("XDG_RUNTIME_DIR", directory.toString()); // without it Wayland's library says something of its own
        return JavaProcess.start(folder(), directory, options, all, program.getName(), arguments);
    }

    private static Path folder() {
        return Path.of("").toAbsolutePath();
    }
}
