package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Receivers that keep all buffers of a sender, so that it has new ones. */
@NeedsPipeWire
class KeptFramesTest {
    private static final int KEEPING = 3;
    private static SpoutSession session;

    private final NumberedFrames frames = new NumberedFrames(PixelFormat.RGBA8, 32, 16);

    @BeforeAll
    static void start() {
        session = new SpoutSession();
    }

    @AfterAll
    static void end() {
        session.close();
    }

    private SpoutFrame next(SpoutReceiver receiver) {
        return receiver.receive(PATIENCE).orElseThrow(() -> new AssertionError("no frame arrives"));
    }

    private SpoutSender open(Spout spout) {
        return spout.sender(UniqueName.of("kept")).size(frames.width(), frames.height()).open();
    }

    @Test
    void whoComesWhenTheSenderRestsGetsTheLastFrame() {
        try (Spout spout = session.open(); SpoutSender sender = open(spout)) {
            List<SpoutFrame> kept = new ArrayList<>();
            for (int i = 0; i < KEEPING; i++) {
                SpoutReceiver receiver = spout.receiver(sender.name()).open();
                sender.send(frames.frame(i));
                kept.add(next(receiver));
            }
            sender.send(frames.frame(KEEPING));
            try (SpoutReceiver late = spout.receiver(sender.name()).open(); SpoutFrame frame = next(late)) {
                assertThat(frames.number(frame)).isEqualTo(KEEPING);
            }
            for (int i = 0; i < KEEPING; i++) {
                assertThat(frames.number(kept.get(i))).isLessThan(KEEPING);
                kept.get(i).close();
            }
        }
    }

    @Test
    void noFrameFromBeforeComesAgain() {
        try (Spout spout = session.open(); SpoutSender sender = open(spout)) {
            List<Deque<SpoutFrame>> kept = new ArrayList<>();
            List<SpoutReceiver> receivers = new ArrayList<>();
            for (int i = 0; i < 2 * KEEPING; i++) {
                receivers.add(spout.receiver(sender.name()).open());
                kept.add(new ArrayDeque<>());
            }
            for (int number = 0; number < 60; number++) {
                assertThat(sender.send(frames.frame(number))).isTrue();
                for (int i = 0; i < receivers.size(); i++) {
                    Deque<SpoutFrame> of = kept.get(i);
                    if (number % (i + 1) == 0 || of.isEmpty()) {
                        SpoutFrame frame = next(receivers.get(i));
                        assertThat(frames.number(frame)).isEqualTo((int) frame.number() - 1);
                        assertThat(of.stream().mapToLong(SpoutFrame::number)).allMatch(each -> each < frame.number());
                        of.add(frame);
                    }
                    if (of.size() > 2) {
                        of.remove().close();
                    }
                }
            }
            kept.forEach(of -> of.forEach(SpoutFrame::close));
        }
    }
}
