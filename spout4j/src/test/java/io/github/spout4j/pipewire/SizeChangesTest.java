package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sizes of a sender that several receive, on a machine that has other things to do: there PipeWire leaves one of several links without
 * buffers, or with those of the size before.
 */
@NeedsPipeWire
class SizeChangesTest {
    private static final int CHANGES = 20;
    private static final int[] SIDES = {16, 200, 400, 300, 20};

    @Test
    void allReceiversFollow() {
        AtomicBoolean busy = new AtomicBoolean(true);
        List<Thread> load = Stream.generate(() -> Thread.ofPlatform().daemon().start(() -> {
            while (busy.get()) {
                Thread.onSpinWait();
            }
        })).limit(Runtime.getRuntime().availableProcessors() + 1L).toList();
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                Spout other = session.open();
                SpoutSender sender = spout.sender(UniqueName.of("sizes")).size(8, 8).open();
                SpoutReceiver here = spout.receiver(sender.name()).open();
                SpoutReceiver there = other.receiver(sender.name()).open()) {
            for (int change = 0; change < CHANGES; change++) {
                int side = SIDES[change % SIDES.length];
                NumberedFrames frames = new NumberedFrames(PixelFormat.RGBA8, side, side);
                sender.resize(side, side);
                assertThat(sender.send(frames.frame(change))).isTrue();
                requireArrives(there, frames, change);
                requireArrives(here, frames, change);
            }
        } finally {
            busy.set(false);
            load.forEach(SizeChangesTest::join);
        }
    }

    private static void requireArrives(SpoutReceiver receiver, NumberedFrames frames, int number) {
        for (;;) {
            try (SpoutFrame frame = receiver.receive(PATIENCE)
                    .orElseThrow(() -> new AssertionError("frame " + number + " does not arrive"))) {
                if (frame.width() == frames.width()) {
                    assertThat(frames.number(frame)).isEqualTo(number);
                    return;
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
