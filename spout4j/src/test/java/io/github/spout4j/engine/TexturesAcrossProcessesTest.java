package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Textures that one process shares and another one opens, by the handles of the system. */
@AcrossProcesses
class TexturesAcrossProcessesTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;
    private static SpoutPeer peer;

    @BeforeEach
    void start() {
        EngineUnderTest.assumeTextures();
        if (peer == null) {
            peer = new SpoutPeer();
        }
    }

    @AfterAll
    static void end() {
        if (peer != null) {
            peer.end();
            peer = null;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatFromThereInEveryMode(PixelFormat format) {
        try (Spout spout = EngineUnderTest.open()) {
            for (ReceiveMode mode : ReceiveMode.values()) {
                String name = UniqueName.of("there");
                peer.ask("sender", name, WIDTH, HEIGHT, format);
                try (SpoutReceiver receiver = spout.receiver(name).mode(mode).transport(Transport.TEXTURE).open()) {
                    for (int number = 1; number <= 3; number++) {
                        assertThat(peer.ask("send", number)).isEqualTo("true");
                        assertThat(Pattern.requireReceived(receiver, number, WIDTH, HEIGHT)).isEqualTo(number);
                    }
                    assertThat(receiver.info().orElseThrow().format()).contains(format);
                    assertThat(receiver.receive(Duration.ZERO)).isEmpty();
                }
                peer.ask("closeSender");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatFromHere(PixelFormat format) {
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format)) {
            peer.ask("receiver", pair.sender().name());
            for (int number = 1; number <= 3; number++) {
                assertThat(pair.send(number)).isTrue();
                assertThat(peer.ask("receiveFrame", number, WIDTH, HEIGHT)).isEqualTo("same");
            }
        }
    }

    @Test
    void aTextureWithAKeyedMutex() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("keyed");
            peer.ask("sender", name, WIDTH, HEIGHT, PixelFormat.BGRA8, "keyed");
            SpoutReceiver receiver = spout.receiver(name).open();
            for (int number = 1; number <= 20; number++) {
                assertThat(peer.ask("send", number)).isEqualTo("true");
                assertThat(Pattern.requireReceived(receiver, number, WIDTH, HEIGHT)).isEqualTo(number);
            }
            peer.ask("closeSender");
        }
    }

    @Test
    void everySizeMidStream() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("resized");
            peer.ask("sender", name, 1, 1, PixelFormat.RGBA8);
            SpoutReceiver receiver = spout.receiver(name).open();
            int number = 0;
            for (EngineUnderTest.Size size : EngineUnderTest.SIZES) {
                peer.ask("resize", size.width(), size.height());
                number++;
                assertThat(peer.ask("send", number)).isEqualTo("true");
                assertThat(Pattern.requireReceived(receiver, number, size.width(), size.height())).isEqualTo(number);
            }
            peer.ask("closeSender");
        }
    }

    @Test
    void aSenderThatIsKilledAndComesBack() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("back");
            SpoutReceiver receiver = spout.receiver(name).open();
            for (int round = 1; round <= 3; round++) {
                try (SpoutPeer sender = new SpoutPeer()) {
                    int side = 8 * round;
                    Await.until("the name is free", PATIENCE, () -> {
                        assertThat(receiver.receive(Duration.ofMillis(50))).isEmpty();
                        return spout.senders().find(name).isEmpty();
                    });
                    assertThat(sender.ask("sender", name, side, side, PixelFormat.RGBA8)).isEqualTo(name);
                    assertThat(sender.ask("send", round)).isEqualTo("true");
                    Pattern.requireReceived(receiver, round, side, side);
                    sender.kill();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "keyed"})
    void framesSentWithoutPauseAreNeverPartsOfTwo(String lock) {
        try (SpoutPeer watcher = new SpoutPeer()) {
            String name = UniqueName.of("unpaced");
            if (lock.equals("keyed")) {
                peer.ask("sender", name, 1280, 720, PixelFormat.RGBA8, lock);
            } else {
                peer.ask("sender", name, 1280, 720, PixelFormat.RGBA8);
            }
            watcher.ask("receiver", name);
            watcher.tell("watch", 2500);
            peer.tell("flood", 2600);
            assertThat(watcher.reply()).as("whole frames, then torn ones, then such as were given twice")
                    .matches("[1-9][0-9]* 0 0");
            assertThat(Integer.parseInt(peer.reply())).isPositive();
            peer.ask("closeSender");
            watcher.end();
        }
    }

    @Test
    void aReceivedTextureCrossesAgain() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender relay = spout.sender(UniqueName.of("relay")).size(1, 1).open()) {
            String name = UniqueName.of("there");
            peer.ask("sender", name, WIDTH, HEIGHT, PixelFormat.BGRA8);
            SpoutReceiver receiver = spout.receiver(name).open();
            peer.ask("receiver", relay.name());
            for (int number = 1; number <= 3; number++) {
                assertThat(peer.ask("send", number)).isEqualTo("true");
                assertThat(relay.sendShareHandle(receiver.receiveTexture(PATIENCE).orElseThrow().shareHandle()))
                        .isTrue();
                assertThat(peer.ask("receiveFrame", number, WIDTH, HEIGHT)).isEqualTo("same");
            }
            peer.ask("closeSender");
        }
    }
}
