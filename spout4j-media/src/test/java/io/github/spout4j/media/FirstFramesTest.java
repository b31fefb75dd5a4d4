package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rate frames have, by the times when they came. */
class FirstFramesTest {
    private static final int SIDE = 16;

    private Spout spout;
    private SpoutSender sender;
    private SpoutReceiver receiver;

    @BeforeEach
    void open() {
        spout = Spout.open();
        String name = UniqueName.of("first");
        sender = spout.sender(name).size(SIDE, SIDE).format(PixelFormat.RGBA8).open();
        receiver = spout.receiver(name).open();
    }

    @AfterEach
    void close() {
        spout.close();
    }

    private SpoutFrame frame() {
        sender.send(new byte[sender.width() * sender.height() * 4]);
        return receiver.receive(Duration.ofSeconds(10)).orElseThrow();
    }

    /** @param time when each comes, in s */
    private double rate(IntToDoubleFunction time) {
        FirstFrames frames = null;
        for (int i = 0; frames == null || !frames.enough(nanos(time.applyAsDouble(i - 1))); i++) {
            SpoutFrame frame = frame();
            frames = frames == null ? new FirstFrames(frame, false) : frames;
            assertThat(frames.take(frame, nanos(time.applyAsDouble(i)))).isTrue();
        }
        try (FirstFrames all = frames) {
            return all.rate().hz();
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 12, 15, 20, 24, 25, 30, 48, 50, 60, 90, 120, 144, 240})
    void anEvenOne(int hz) {
        assertThat(rate(i -> i / (double) hz)).isEqualTo(hz);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25, 30, 50, 60})
    void inPairs(int hz) {
        assertThat(rate(i -> (i / 2 * 2 + i % 2 * 0.1) / hz)).isEqualTo(hz);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 30, 60})
    void withAnOldFirstFrame(int hz) {
        assertThat(rate(i -> i == 0 ? 0 : 0.9 / hz + (i - 1.0) / hz)).isEqualTo(hz);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void withAStumble(int hz) {
        assertThat(rate(i -> i / (double) hz + (i > 5 ? 0.2 : 0))).isEqualTo(hz);
    }

    @Test
    void ofFramesThatWereMissed() {
        try (SpoutFrame one = frame()) {
            FirstFrames frames = new FirstFrames(one, true);
            assertThat(frames.take(one, 0)).isTrue();
            assertThat(frames.take(frame(), nanos(1 / 50.0))).isTrue();
            sender.send(new byte[SIDE * SIDE * 4]);
            sender.send(new byte[SIDE * SIDE * 4]);
            assertThat(frames.take(frame(), nanos(4 / 50.0))).isTrue();
            assertThat(frames.rate().hz()).isEqualTo(50);
            frames.close();
        }
    }

    @Test
    void aStillOneIsTakenFor30() {
        try (SpoutFrame one = frame(); FirstFrames frames = new FirstFrames(one, false)) {
            assertThat(frames.take(one, 0)).isTrue();
            assertThat(frames.enough(nanos(0.5))).isFalse();
            assertThat(frames.enough(nanos(0.7))).isTrue();
            assertThat(frames.rate().hz()).isEqualTo(30);
        }
    }

    @Test
    void allOfAFileWaitInTheirOrder() {
        List<Byte> seen = new ArrayList<>();
        FirstFrames frames = null;
        for (int i = 0; i < 40; i++) {
            byte[] pixels = new byte[SIDE * SIDE * 4];
            java.util.Arrays.fill(pixels, (byte) i);
            sender.send(pixels);
            SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow();
            frames = frames == null ? new FirstFrames(frame, false) : frames;
            assertThat(frames.take(frame, i)).isTrue();
        }
        try (FirstFrames all = frames;
                FrameConversion none = new FrameConversion(PipeFormat.of(PixelFormat.RGBA8), SIDE, SIDE)) {
            for (FirstFrames.First next = all.next(); next != null; next = all.next()) {
                assertThat(next.time()).isEqualTo(seen.size());
                seen.add(next.frame().bytes(none).get(SIDE * SIDE * 4 - 1));
                next.frame().close();
            }
        }
        assertThat(seen).hasSize(40).isSorted();
    }

    @Test
    void anotherSizeEndsIt() {
        try (SpoutFrame one = frame(); FirstFrames frames = new FirstFrames(one, false)) {
            assertThat(frames.take(one, 0)).isTrue();
            sender.resize(SIDE * 2, SIDE);
            try (SpoutFrame other = frame()) {
                assertThat(frames.take(other, 1)).isFalse();
            }
        }
    }
}
