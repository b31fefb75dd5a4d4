package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** Receivers follow senders that come, go, change, and are replaced. */
@Tag("pipewire")
class FollowingTest {
    @Test
    void theReceiverMayBeFirst() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("later");
            SpoutReceiver receiver = spout.receiver(name).open();
            assertThat(receiver.receive(Duration.ZERO)).isEmpty();
            assertThat(receiver.awaitSender(Duration.ZERO)).isEmpty();
            var waiting = Threads.start(() -> Pattern.requireReceived(receiver, 1, 6, 5));
            var looking = Threads.start(() -> receiver.awaitSender(PATIENCE));
            Await.untilWaiting(waiting.thread());
            Await.untilWaiting(looking.thread());
            try (SpoutSender sender = spout.sender(name).size(6, 5).open()) {
                assertThat(sender.name()).isEqualTo(name);
                assertThat(looking.get().orElseThrow().width()).isEqualTo(6);
                sender.send(Pattern.argb(1, 6, 5));
                assertThat(waiting.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void aSenderGoesAndComesBackAtOnce() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("back");
            SpoutReceiver receiver = spout.receiver(name).open();
            SpoutReceiver idle = spout.receiver(name).open();
            int number = 0;
            for (int round = 0; round < 6; round++) {
                int width = round % 3 == 2 ? 30 : 20 - round;
                PixelFormat format = round % 2 == 0 ? PixelFormat.RGBA8 : PixelFormat.BGRA8;
                try (SpoutSender sender = spout.sender(name).size(width, 7).format(format).open()) {
                    assertThat(sender.name()).as("the name is free at once").isEqualTo(name);
                    if (round == 0) {
                        sender.send(Pattern.argb(number, width, 7));
                        idle.receive(PATIENCE).orElseThrow().close();
                    }
                    for (int sent = 1; sent <= 3; sent++) {
                        number++;
                        sender.send(Pattern.argb(number, width, 7));
                        Pair.settle(spout, sender);
                        long got = Pattern.requireReceived(receiver, number, width, 7);
                        assertThat(got).isEqualTo(sender.frameCount());
                    }
                    number++;
                    sender.send(Pattern.argb(number, width, 7)); // nobody takes it
                }
            }
        }
    }

    @Test
    void anOldFrameIsNeverTakenForOneOfTheNextSender() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("old");
            SpoutReceiver receiver = spout.receiver(name).open();
            for (int round = 0; round < 10; round++) {
                try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
                    sender.send(Pattern.argb(1, 8, 8));
                    Pattern.requireReceived(receiver, 1, 8, 8);
                    sender.send(Pattern.argb(2, 8, 8));
                }
                try (SpoutSender next = spout.sender(name).size(4, 4).open()) {
                    assertThat(receiver.receive(Duration.ofMillis(30))).isEmpty();
                    next.send(Pattern.argb(3, 4, 4));
                    Pattern.requireReceived(receiver, 3, 4, 4);
                }
            }
        }
    }

    @Test
    void aReceiverThatOnlyPollsDoesNotKeepAGoneSenderAlive() {
        try (Pair pair = Pair.open(4, 4)) {
            String name = pair.sender().name();
            pair.send(1);
            Pattern.requireReceived(pair.receiver(), 1, 4, 4);
            pair.sender().close();
            Await.until("the name is free while a receiver polls", PATIENCE, () -> {
                assertThat(pair.receiver().receive(Duration.ZERO)).isEmpty();
                return pair.receiver().info().isEmpty();
            });
            assertThat(pair.spout().senders().find(name)).isEmpty();
        }
    }

    @Test
    void sizesChangeMidStream() {
        try (Pair pair = Pair.open(64, 48, PixelFormat.BGRA8)) {
            SpoutReceiver slow = pair.spout().receiver(pair.sender().name()).open();
            int number = 0;
            int[][] sizes = {{64, 48}, {10, 10}, {64, 48}, {100, 100}, {1, 1}, {300, 200}, {299, 201},
                    {640, 480}, {48, 64}};
            for (int round = 0; round < 2; round++) {
                for (int[] size : sizes) {
                    pair.sender().resize(size[0], size[1]);
                    assertThat(pair.sender().width()).isEqualTo(size[0]);
                    for (int sent = 0; sent < 3; sent++) {
                        number++;
                        assertThat(pair.send(number)).isTrue();
                        assertThat(Pattern.requireReceived(pair.receiver(), number, size[0], size[1]))
                                .isEqualTo(number);
                        if (number % 5 == 0) {
                            Pattern.requireReceived(slow, number, size[0], size[1]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aSenderGrowsThoughIdleReceiversHoldTheOldMemory() {
        try (Pair pair = Pair.open(16, 16); Spout other = EngineUnderTest.open()) {
            SpoutReceiver idle = other.receiver(pair.sender().name()).open();
            for (int side : new int[]{16, 200, 400}) {
                pair.sender().resize(side, side);
                assertThat(pair.send(side)).as("not dropped after a second").isTrue();
                Pattern.requireReceived(idle, side, side, side);
                Pattern.requireReceived(pair.receiver(), side, side, side);
            }
        }
    }

    @Test
    void aNamelessReceiverFollowsTheActiveSender() {
        try (Spout spout = EngineUnderTest.open()) {
            SpoutReceiver receiver = spout.receiver().open();
            assertThat(receiver.receive(SHORT)).isEmpty();
            SpoutSender first = spout.sender(UniqueName.of("first")).size(4, 4).open();
            first.send(Pattern.argb(1, 4, 4));
            Pattern.requireReceived(receiver, 1, 4, 4);
            SpoutSender second = spout.sender(UniqueName.of("second")).size(5, 5).open();
            second.send(Pattern.argb(2, 5, 5));
            Pair.settle(spout, second);
            requireNext(receiver, first, 2, 5);
            assertThat(receiver.info().orElseThrow().name()).isEqualTo(second.name());
            assertThat(spout.senders().setActive(first.name())).isTrue();
            first.send(Pattern.argb(3, 4, 4));
            Pair.settle(spout, first);
            requireNext(receiver, second, 3, 4);
            first.close();
            second.send(Pattern.argb(4, 5, 5));
            Pair.settle(spout, second);
            Pattern.requireReceived(receiver, 4, 5, 5);
            second.close();
            assertThat(receiver.receive(SHORT)).isEmpty();
            assertThat(receiver.info()).isEmpty();
        }
    }

    /** The change is followed in a moment; frames of the other sender may come before. */
    private static void requireNext(SpoutReceiver receiver, SpoutSender other, int number, int side) {
        Await.until("a frame of the new active sender", PATIENCE, () -> {
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                if (frame.width() == other.width()) {
                    return false;
                }
                Pattern.requireSame(frame, number, side, side);
                return true;
            }
        });
    }
}
