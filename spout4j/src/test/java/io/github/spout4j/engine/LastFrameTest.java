package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Alpha;
import io.github.spout4j.LastFrame;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is received when the sender has gone. */
@Tag("pipewire")
class LastFrameTest {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    private static SpoutSender sender(Spout spout, String name, int number) {
        SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open();
        sender.send(Pattern.argb(number, WIDTH, HEIGHT));
        return sender;
    }

    private static SpoutReceiver clearing(Spout spout, String name) {
        return spout.receiver(name).whenSenderGoes(LastFrame.CLEAR).open();
    }

    private static void requireCleared(SpoutFrame frame, long number) {
        assertThat(frame.width()).isEqualTo(WIDTH);
        assertThat(frame.height()).isEqualTo(HEIGHT);
        assertThat(frame.number()).isEqualTo(number);
        assertThat(frame.toImage().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).containsOnly(0);
        assertThat(frame.rowPitch()).isEqualTo(WIDTH * 4);
    }

    @Test
    void itStaysIfNothingElseIsAskedFor() {
        String name = UniqueName.of("keep");
        try (Spout spout = EngineUnderTest.open(); SpoutReceiver receiver = spout.receiver(name).open()) {
            try (SpoutSender _ = sender(spout, name, 1)) {
                Pattern.requireReceived(receiver, 1, WIDTH, HEIGHT);
            }
            assertThat(receiver.receive(SHORT.multipliedBy(2))).isEmpty();
        }
    }

    @Test
    void itIsClearedOnceEachTimeThatTheSenderGoes() {
        String name = UniqueName.of("clear");
        try (Spout spout = EngineUnderTest.open(); SpoutReceiver receiver = clearing(spout, name)) {
            assertThat(receiver.receive(SHORT)).as("no sender was there").isEmpty();
            for (int round = 1; round <= 3; round++) {
                long number;
                try (SpoutSender _ = sender(spout, name, round)) {
                    number = Pattern.requireReceived(receiver, round, WIDTH, HEIGHT);
                }
                try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                    requireCleared(frame, number);
                }
                assertThat(receiver.receive(SHORT)).isEmpty();
            }
        }
    }

    @Test
    void inPlaceAsWell() {
        String name = UniqueName.of("clear");
        try (Spout spout = EngineUnderTest.open(); SpoutReceiver receiver = clearing(spout, name)) {
            try (SpoutSender _ = sender(spout, name, 1)) {
                Pattern.requireReceived(receiver, 1, WIDTH, HEIGHT);
            }
            assertThat(receiver.receive(PATIENCE, frame -> requireCleared(frame, 1))).isTrue();
            assertThat(receiver.receive(SHORT, _ -> {})).isFalse();
        }
    }

    @Test
    void andIntoMemory() {
        String name = UniqueName.of("clear");
        byte[] pixels = new byte[WIDTH * HEIGHT * 4];
        try (Spout spout = EngineUnderTest.open(); SpoutReceiver receiver = clearing(spout, name)) {
            try (SpoutSender _ = sender(spout, name, 1)) {
                receiver.awaitSender(PATIENCE).orElseThrow();
                assertThat(into(receiver, pixels)).isEqualTo(ReceiveResult.FRAME);
            }
            Arrays.fill(pixels, (byte) 9);
            assertThat(into(receiver, pixels)).isEqualTo(ReceiveResult.FRAME);
            assertThat(pixels).containsOnly(0);
        }
    }

    private static ReceiveResult into(SpoutReceiver receiver, byte[] pixels) {
        return receiver.receiveInto(MemorySegment.ofArray(pixels), PixelLayout.RGBA, PATIENCE);
    }

    @ParameterizedTest
    @EnumSource
    void blackWhereFramesAreOpaque(Alpha alpha) {
        String name = UniqueName.of("clear");
        try (Spout spout = EngineUnderTest.open();
                SpoutReceiver receiver = spout.receiver(name).alpha(alpha).whenSenderGoes(LastFrame.CLEAR).open()) {
            try (SpoutSender _ = sender(spout, name, 1)) {
                receiver.receive(PATIENCE).orElseThrow().close();
            }
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                assertThat(frame.toImage().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                        .containsOnly(alpha == Alpha.OPAQUE ? 0xFF000000 : 0);
            }
        }
    }

    @Test
    void ofTheActiveSenderWhenNoneIsLeft() {
        try (Spout spout = EngineUnderTest.open();
                SpoutReceiver receiver = spout.receiver().whenSenderGoes(LastFrame.CLEAR).open()) {
            try (SpoutSender _ = sender(spout, UniqueName.of("first"), 1)) {
                Pattern.requireReceived(receiver, 1, WIDTH, HEIGHT);
                try (SpoutSender _ = sender(spout, UniqueName.of("second"), 2)) {
                    Pattern.requireReceived(receiver, 2, WIDTH, HEIGHT);
                }
                Pattern.requireReceived(receiver, 1, WIDTH, HEIGHT);
            }
            receiver.receive(PATIENCE, frame -> requireCleared(frame, 1));
        }
    }
}
