package io.github.spout4j.library.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.library.StandIn;
import io.github.spout4j.testing.UniqueName;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine on the stand-in, which has every layout and shares pixels where no GPU can. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
class StandInEngineTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private static final Duration LONG = Duration.ofSeconds(20);

    static List<String> layouts() {
        return StandIn.layouts();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyPixelArrivesInEveryBuild(String layout) {
        String name = UniqueName.of("stand-in");
        try (Spout spout = Spout.open(StandIn.dll(layout));
                SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            for (int seed = 1; seed <= 3; seed++) {
                int[] picture = picture(seed);
                assertThat(sender.send(picture)).isTrue();
                assertThat(awaits(receiver, picture)).as("picture " + seed).isTrue();
            }
        }
    }

    @Test
    void aFormatThatTheDllDoesNotShareIsAnError() {
        try (Spout spout = Spout.open(StandIn.dll("2.007.017-172"))) {
            assertThatThrownBy(
                    () -> spout.sender(UniqueName.of("stand-in")).size(WIDTH, HEIGHT).format(PixelFormat.R8).open())
                    .isInstanceOf(SpoutException.class).hasMessageContaining("R8").hasMessageContaining("RGBA16F")
                    .hasMessageContaining("direct engine");
        }
    }

    @Test
    void aCameraIsAnError() {
        try (Spout spout = Spout.open(StandIn.dll("2.007.017-172"))) {
            SpoutSender.Builder builder = spout.sender(UniqueName.of("camera")).size(4, 4).camera();
            assertThatThrownBy(builder::open).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("the engine \"library\" cannot");
        }
    }

    @Test
    void aBuildWithoutItsTextureSaysSo() {
        String name = UniqueName.of("stand-in");
        try (Spout spout = Spout.open(StandIn.dll("2.007.014-143"))) {
            assertThatThrownBy(() -> spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.RGBA16F).open())
                    .isInstanceOf(SpoutException.class).hasMessageContaining("RGBA16F")
                    .hasMessageContaining("2.007.014").hasMessageContaining("direct engine");
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }

    @Test
    void everyPixelArrivesFromAnotherProcess() throws Exception {
        Path dll = StandIn.dll("2.007.017-172");
        String name = UniqueName.of("stand-in");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SendingProgram.class.getName(), dll.toString(), name).redirectError(Redirect.DISCARD).start();
        try (Spout spout = Spout.open(dll); SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(awaits(receiver, picture(1))).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Sends one picture again and again. */
    static final class SendingProgram {
        private SendingProgram() {}

        public static void main(String[] arguments) {
            ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
            try (Spout spout = Spout.open(Path.of(arguments[0]));
                    SpoutSender sender = spout.sender(arguments[1]).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8)
                            .open()) {
                while (parent.isAlive()) {
                    sender.send(picture(1));
                    sender.holdFps(60);
                }
            }
        }
    }

    private static int[] picture(int seed) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.setAll(pixels, i -> 0xFF000000 | (i * 2_654_435 + seed * 40_503) & 0xFFFFFF);
        return pixels;
    }

    private static boolean awaits(SpoutReceiver receiver, int[] picture) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<SpoutFrame> received = receiver.receive(Duration.ofMillis(500));
            if (received.isPresent()) {
                try (SpoutFrame frame = received.get()) {
                    if (Arrays.equals(frame.toImage().getRGB(0, 0, frame.width(), frame.height(), null, 0,
                            frame.width()), picture)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
