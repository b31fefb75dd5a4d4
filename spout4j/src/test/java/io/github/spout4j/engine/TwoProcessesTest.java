package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.engine.EngineUnderTest.Size;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** Frames between processes. */
@AcrossProcesses
@Tag("pipewire")
class TwoProcessesTest {
    private static SpoutPeer peer;

    @BeforeAll
    static void start() {
        EngineUnderTest.leftovers(); // makes the directory that the peer is to use
        peer = new SpoutPeer();
    }

    @AfterAll
    static void end() {
        peer.end();
    }

    @Test
    void everyPixelOfEverySizeFromThere() {
        try (Spout spout = EngineUnderTest.open()) {
            for (Size size : EngineUnderTest.SIZES) {
                for (PixelFormat format : EngineUnderTest.FORMATS) {
                    String name = UniqueName.of("there");
                    assertThat(peer.ask("sender", name, size.width(), size.height(), format)).isEqualTo(name);
                    try (SpoutReceiver receiver = spout.receiver(name).open()) {
                        for (int number = 1; number <= 2; number++) {
                            assertThat(peer.ask("send", number)).isEqualTo("true");
                            assertThat(Pattern.requireReceived(receiver, number, size.width(), size.height()))
                                    .isEqualTo(number);
                        }
                        assertThat(receiver.info().orElseThrow().format()).contains(format);
                    }
                    peer.ask("closeSender");
                }
            }
        }
    }

    @Test
    void everyPixelOfEverySizeFromHereInBothFormatsAndFlips() {
        for (Size size : EngineUnderTest.SIZES) {
            for (PixelFormat format : EngineUnderTest.FORMATS) {
                try (Pair pair = Pair.open(size.width(), size.height(), format)) {
                    peer.ask("receiver", pair.sender().name());
                    assertThat(pair.send(7)).isTrue();
                    assertThat(peer.ask("receive", 7, size.width(), size.height())).as(size + " " + format)
                            .isEqualTo("same");
                }
            }
        }
    }

    @Test
    void theSizeChangesMidStream() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("resized");
            peer.ask("sender", name, 64, 48, PixelFormat.RGBA8);
            SpoutReceiver receiver = spout.receiver(name).open();
            SpoutReceiver idle = spout.receiver(name).open();
            int number = 0;
            for (Size size : List.of(new Size(64, 48), new Size(20, 10), new Size(639, 361), new Size(1280, 720),
                    new Size(1, 1), new Size(1920, 1080))) {
                peer.ask("resize", size.width(), size.height());
                for (int sent = 0; sent < 2; sent++) {
                    number++;
                    assertThat(peer.ask("send", number)).as("frame " + number + " of " + size).isEqualTo("true");
                    Pattern.requireReceived(receiver, number, size.width(), size.height());
                }
                if (number < 5) {
                    Pattern.requireReceived(idle, number, size.width(), size.height());
                }
            }
            peer.ask("closeSender");
        }
    }

    @Test
    void aSenderIsReplacedByOneOfAnotherProcess() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("replaced");
            SpoutReceiver receiver = spout.receiver(name).open();
            for (int round = 0; round < 3; round++) {
                try (SpoutSender here = spout.sender(name).size(8, 8).open()) {
                    assertThat(here.name()).isEqualTo(name);
                    here.send(Pattern.argb(round, 8, 8));
                    assertThat(Pattern.requireReceived(receiver, round, 8, 8)).isEqualTo(here.frameCount());
                }
                assertThat(peer.ask("sender", name, 9, 5, PixelFormat.BGRA8)).isEqualTo(name);
                peer.ask("send", 50 + round);
                Pattern.requireReceived(receiver, 50 + round, 9, 5);
                peer.ask("closeSender");
            }
            assertThat(receiver.receive(SHORT)).isEmpty();
            Await.until("gone", PATIENCE, () -> receiver.info().isEmpty());
        }
    }

    @Test
    void framesAreNeverTornThoughTheSenderNeverRests() {
        try (Pair pair = Pair.open(640, 360); SpoutPeer other = new SpoutPeer()) {
            for (SpoutPeer each : List.of(peer, other)) {
                each.ask("receiver", pair.sender().name());
            }
            for (SpoutPeer each : List.of(peer, other)) {
                each.tell("watch", 2500);
            }
            byte[] pixels = new byte[640 * 360 * 4];
            long end = System.nanoTime() + Duration.ofMillis(2600).toNanos();
            for (int number = 1; System.nanoTime() - end < 0; number++) {
                java.util.Arrays.fill(pixels, (byte) number);
                assertThat(pair.sender().send(pixels)).isTrue();
            }
            for (SpoutPeer each : List.of(peer, other)) {
                String result = each.reply();
                assertThat(result).as("whole frames, then torn ones, then such as were given twice")
                        .matches("[1-9][0-9]* 0 0");
            }
            other.end();
        }
    }
}
