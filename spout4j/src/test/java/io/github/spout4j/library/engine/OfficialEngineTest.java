package io.github.spout4j.library.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The engine on an official SpoutLibrary.dll. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll runs on Windows alone")
@EnabledIfSystemProperty(named = "spout.library", matches = ".+", disabledReason = "name an official SpoutLibrary.dll by -Dspout.library=PATH")
class OfficialEngineTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final Duration LONG = Duration.ofSeconds(10);

    private Spout spout;

    @BeforeEach
    void open() {
        spout = Spout.open(Path.of(System.getProperty("spout.library")));
    }

    @AfterEach
    void close() {
        spout.close();
    }

    /** Skips, with the reason that the engine gives, where pixels cannot be shared. */
    private SpoutSender sender(String name, PixelFormat format) {
        try {
            return spout.sender(name).size(WIDTH, HEIGHT).format(format).open();
        } catch (SpoutException e) {
            assertThat(e).hasMessageContaining("SpoutLibrary.dll failed").hasMessageContaining(name);
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    private static int[] picture(int seed, int width, int height) {
        int[] pixels = new int[width * height];
        Arrays.setAll(pixels, i -> 0xFF000000 | (i * 2_654_435 + seed * 40_503) & 0xFFFFFF);
        return pixels;
    }

    /** The frame that shows that picture, among those that come. */
    private static SpoutFrame await(SpoutReceiver receiver, int[] picture, int width) {
        long deadline = System.nanoTime() + LONG.toNanos();
        int seen = 0;
        while (System.nanoTime() < deadline) {
            Optional<SpoutFrame> frame = receiver.receive(Duration.ofMillis(500));
            if (frame.isPresent()) {
                seen++;
                if (frame.get().width() == width && Arrays.equals(argb(frame.get()), picture)) {
                    return frame.get();
                }
                frame.get().close();
            }
        }
        throw new AssertionError("the picture did not come; " + seen + " other frames did");
    }

    private static int[] argb(SpoutFrame frame) {
        return frame.toImage().getRGB(0, 0, frame.width(), frame.height(), null, 0, frame.width());
    }

    @Test
    void itIsTheLibraryEngine() {
        assertThat(spout.engine()).isEqualTo("library");
    }

    @ParameterizedTest
    @EnumSource(names = {"RGBA8", "BGRA8"})
    void everyPixelOfASenderArrives(PixelFormat format) {
        String name = UniqueName.of("library");
        try (SpoutSender sender = sender(name, format); SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(sender.name()).isEqualTo(name);
            for (int i = 0; i < 5; i++) {
                int[] picture = picture(i, WIDTH, HEIGHT);
                assertThat(sender.send(picture)).isTrue();
                try (SpoutFrame frame = await(receiver, picture, WIDTH)) {
                    assertThat(frame.height()).isEqualTo(HEIGHT);
                    assertThat(frame.format()).isEqualTo(format);
                }
            }
        }
    }

    @Test
    void everyPixelOfAnotherProcessArrives() throws Exception {
        sender(UniqueName.of("library"), PixelFormat.RGBA8).close();
        String name = UniqueName.of("library");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SendingProgram.class.getName(), System.getProperty("spout.library"), name)
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(receiver.awaitSender(LONG.multipliedBy(3))).isPresent();
            await(receiver, picture(7, WIDTH, HEIGHT), WIDTH).close();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Sends one picture until it is ended. */
    static final class SendingProgram {
        public static void main(String[] arguments) {
            try (Spout spout = Spout.open(Path.of(arguments[0]));
                    SpoutSender sender = spout.sender(arguments[1]).size(WIDTH, HEIGHT).open()) {
                for (;;) {
                    sender.send(picture(7, WIDTH, HEIGHT));
                    sender.holdFps(30);
                }
            }
        }
    }

    @Test
    void aNewSizeArrives() {
        String name = UniqueName.of("library");
        try (SpoutSender sender = sender(name, PixelFormat.RGBA8);
                SpoutReceiver receiver = spout.receiver(name).open()) {
            int[] first = picture(1, WIDTH, HEIGHT);
            sender.send(first);
            await(receiver, first, WIDTH).close();
            sender.resize(WIDTH * 2, HEIGHT);
            int[] second = picture(2, WIDTH * 2, HEIGHT);
            sender.send(second);
            await(receiver, second, WIDTH * 2).close();
        }
    }

    @Test
    void aSenderIsInTheDirectory() {
        String name = UniqueName.of("library");
        assertThat(spout.senders().find(name)).isEmpty();
        try (SpoutSender sender = sender(name, PixelFormat.RGBA8)) {
            assertThat(spout.senders().list()).map(SenderInfo::name).contains(name);
            SenderInfo info = spout.senders().find(name).orElseThrow();
            assertThat(info.width()).isEqualTo(WIDTH);
            assertThat(info.height()).isEqualTo(HEIGHT);
            assertThat(info.format()).contains(PixelFormat.RGBA8);
            assertThat(info.host()).endsWithIgnoringCase("java.exe");
            assertThat(spout.senders().setActive(name)).isTrue();
            assertThat(spout.senders().active()).map(SenderInfo::name).contains(name);
            try (Spout direct = Spout.open("direct")) {
                assertThat(direct.senders().find(name)).map(SenderInfo::width).contains(WIDTH);
            }
            assertThat(sender.width()).isEqualTo(WIDTH);
        }
        assertThat(spout.senders().find(name)).isEmpty();
    }

    @Test
    void aReceiverFindsASenderThatComesLater() {
        String name = UniqueName.of("library");
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(receiver.receive(Duration.ofMillis(50))).isEmpty();
            assertThat(receiver.info()).isEmpty();
            try (SpoutSender sender = sender(name, PixelFormat.RGBA8)) {
                int[] picture = picture(3, WIDTH, HEIGHT);
                sender.send(picture);
                await(receiver, picture, WIDTH).close();
                assertThat(receiver.info()).map(SenderInfo::width).contains(WIDTH);
            }
            assertThat(receiver.awaitSender(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void memoryBuffers() {
        String name = UniqueName.of("library");
        assertThatThrownBy(() -> spout.openMemoryBuffer(name)).isInstanceOf(SpoutException.class)
                .hasMessageContaining(name);
        try (MemoryBuffer writer = spout.createMemoryBuffer(name, 100);
                MemoryBuffer reader = spout.openMemoryBuffer(name)) {
            assertThat(writer.capacity()).isEqualTo(100);
            assertThat(reader.capacity()).isEqualTo(100);
            writer.write(new byte[]{1, 2, 3});
            assertThat(reader.read()).hasSize(100).startsWith(1, 2, 3);
            assertThatThrownBy(() -> writer.write(new byte[101])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void frameSync() {
        String name = UniqueName.of("library");
        try (FrameSync sync = spout.frameSync(name)) {
            assertThat(sync.await(Duration.ZERO)).isFalse();
            sync.signal();
            assertThat(sync.await(LONG)).isTrue();
            assertThat(sync.await(Duration.ofMillis(20))).isFalse();
        }
    }

    @Test
    void theDiagnosisNamesTheDllAndItsVersion() {
        assertThat(spout.diagnose()).map(Finding::topic).contains("engine", "library", "version", "sharing");
        spout.diagnose().forEach(System.out::println);
    }

    @Test
    void closingEndsEverything() {
        SpoutReceiver receiver = spout.receiver(UniqueName.of("library")).open();
        spout.close();
        spout.close();
        assertThatThrownBy(() -> receiver.receive(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> spout.senders().list()).isInstanceOf(IllegalStateException.class);
    }
}
