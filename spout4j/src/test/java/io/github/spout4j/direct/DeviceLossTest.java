package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.ReceiveMode;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.d3d11.ComCount;
import io.github.spout4j.d3d11.Direct3DTest;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.Logged;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices come and go; senders and receivers stay. */
@Direct3DTest
class DeviceLossTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIDE = 32;

    private static Spout open() {
        return Spout.open("textures-in-process");
    }

    private static byte[] pixels(int number) {
        byte[] pixels = new byte[SIDE * SIDE * 4];
        Arrays.fill(pixels, (byte) number);
        return pixels;
    }

    private static void requireReceived(SpoutReceiver receiver, int value) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.pixels().mismatch(MemorySegment.ofArray(pixels(value)))).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStreamGoesOnUnderTheSameName(ReceiveMode mode) {
        try (Spout spout = open();
                SpoutSender sender = spout.sender(UniqueName.of("lost")).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).mode(mode).open();
                Logged logged = Logged.by("io.github.spout4j")) {
            String name = sender.name();
            long last = 0;
            for (int round = 0; round < 4; round++) {
                for (int frame = 1; frame <= 3; frame++) {
                    assertThat(sender.send(pixels(10 * round + frame))).as("round " + round).isTrue();
                    requireReceived(receiver, 10 * round + frame);
                }
                assertThat(sender.name()).isEqualTo(name);
                assertThat(spout.senders().find(name)).isPresent();
                assertThat(sender.frameCount()).isGreaterThan(last);
                last = sender.frameCount();
                InProcessHandles.lastDevice().lose();
            }
            assertThat(logged.lines()).filteredOn(line -> line.startsWith("WARNING") && line.contains(name)
                    && line.contains("lost its graphics device")).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aLossInTheMiddleOfAFrameIsNoneOfTheUsers() {
        try (Spout spout = open();
                SpoutSender sender = spout.sender(UniqueName.of("lost")).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(pixels(1));
            requireReceived(receiver, 1);
            try (SpoutFrame frame = sender.nextFrame()) {
                frame.pixels().fill((byte) 2);
                InProcessHandles.lastDevice().lose();
            }
            assertThat(sender.send(pixels(3))).isTrue();
            requireReceived(receiver, 3);
            sender.send(pixels(4));
            assertThat(receiver.receive(PATIENCE, frame -> {
                InProcessHandles.lastDevice().lose();
                assertThat(frame.pixels().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 4);
            })).isTrue();
            assertThat(sender.send(pixels(5))).isTrue();
            requireReceived(receiver, 5);
        }
    }

    @Test
    void aReceiverWaitsForASenderThatLostItsDeviceToo() {
        try (Spout spout = open();
                SpoutSender sender = spout.sender(UniqueName.of("lost")).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(pixels(1));
            requireReceived(receiver, 1);
            sender.send(pixels(2));
            Await.until("it is counted", PATIENCE,
                    () -> spout.senders().find(sender.name()).orElseThrow().frame() == 2);
            InProcessHandles.lastDevice().lose();
            assertThat(receiver.receive(Duration.ofMillis(200))).as("the old texture opens nowhere").isEmpty();
            assertThat(sender.send(pixels(3))).isTrue();
            requireReceived(receiver, 3);
        }
    }

    @Test
    void receivedTexturesAreMadeAnew() {
        try (Spout spout = open();
                SpoutSender sender = spout.sender(UniqueName.of("lost")).size(SIDE, SIDE).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            for (int round = 0; round < 3; round++) {
                assertThat(sender.send(pixels(round))).isTrue();
                TextureFrame frame = receiver.receiveTexture(PATIENCE).orElseThrow();
                assertThat(frame.device()).isEqualTo(InProcessHandles.lastDevice().address());
                InProcessHandles.lastDevice().lose();
            }
        }
    }

    /** Which NothingLeaked looks after, as for every test; this one asks Direct3D itself. */
    @Test
    void hundredsOfSendersAndReceiversLeaveNothing() {
        try (Spout spout = open(); SpoutSender keeper = spout.sender(UniqueName.of("keeper")).size(1, 1).open()) {
            assertThat(keeper.send(new int[1])).isTrue();
            int before = ComCount.of(InProcessHandles.lastDevice().address());
            for (int round = 0; round < 300; round++) {
                try (SpoutSender sender = spout.sender(UniqueName.of("once")).size(4, 4).open()) {
                    assertThat(sender.send(new int[16])).isTrue();
                    if (round % 10 == 0) {
                        try (SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
                            receiver.receive(PATIENCE).orElseThrow().close();
                            sender.resize(5, 5);
                            assertThat(sender.send(new int[25])).isTrue();
                            receiver.receiveTexture(PATIENCE).orElseThrow();
                        }
                    }
                }
            }
            assertThat(ComCount.of(InProcessHandles.lastDevice().address())).isEqualTo(before);
        }
    }
}
