package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** Processes that are killed in the worst moment. */
@AcrossProcesses
@Tag("pipewire")
class KilledPeersTest {
    private static final int SIDE = 32;

    @Test
    void aSenderKilledInTheMiddleOfAFrame() {
        EngineUnderTest.leftovers();
        try (Spout spout = EngineUnderTest.open(); SpoutPeer peer = new SpoutPeer()) {
            String name = UniqueName.of("killed");
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            peer.ask("send", 1);
            List<SpoutReceiver> receivers = List.of(spout.receiver(name).open(), spout.receiver(name).open());
            for (SpoutReceiver receiver : receivers) {
                Pattern.requireReceived(receiver, 1, SIDE, SIDE);
            }
            peer.ask("send", 2);
            Pattern.requireReceived(receivers.get(0), 2, SIDE, SIDE); // the other one has not had that
            assertThat(peer.ask("half")).isEqualTo("inside");
            AtomicBoolean done = new AtomicBoolean();
            List<Threads.Call<Integer>> waits = new ArrayList<>();
            for (SpoutReceiver receiver : receivers) {
                waits.add(Threads.start(() -> frames(receiver, done)));
            }
            SpoutReceiver late = spout.receiver(name).open();
            waits.forEach(wait -> Await.untilWaiting(wait.thread()));
            peer.kill();
            Await.until("the name disappears though receivers wait", PATIENCE,
                    () -> spout.senders().list().stream().noneMatch(info -> info.name().equals(name))
                            && late.info().isEmpty());
            assertThat(late.receive(Duration.ofMillis(200))).isEmpty();
            assertThat(spout.senders().find(name)).isEmpty();
            done.set(true);
            for (int i = 0; i < receivers.size(); i++) {
                // the frame before is still there, whole, for who has not had it
                int most = EngineUnderTest.keepsTheFrameBefore() ? i : 0;
                assertThat(waits.get(i).get()).as("frames received after the kill").isBetween(0, most);
            }
            try (SpoutSender again = spout.sender(name).size(SIDE, SIDE).open()) {
                assertThat(again.name()).isEqualTo(name);
                assertThat(again.send(Pattern.argb(3, SIDE, SIDE))).isTrue();
                for (SpoutReceiver receiver : receivers) {
                    assertThat(Pattern.requireReceived(receiver, 3, SIDE, SIDE)).isEqualTo(again.frameCount());
                }
                Pattern.requireReceived(late, 3, SIDE, SIDE);
            }
        }
    }

    /** Receivers that looked at its info must not hold it for each other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void aSenderThatIsStartedAgainHasItsNameHoweverManyReceive(int count) {
        String name = UniqueName.of("killed");
        AtomicBoolean done = new AtomicBoolean();
        List<Spout> spouts = new ArrayList<>();
        List<Threads.Call<Void>> receiving = new ArrayList<>();
        AtomicInteger frames = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            Spout spout = EngineUnderTest.open();
            spouts.add(spout);
            SpoutReceiver receiver = spout.receiver(name).open();
            receiving.add(Threads.start(() -> {
                while (!done.get()) {
                    receiver.receive(Duration.ofMillis(300), _ -> frames.incrementAndGet());
                }
                return null;
            }));
        }
        try {
            for (int round = 1; round <= 4; round++) {
                try (SpoutPeer peer = new SpoutPeer()) {
                    assertThat(peer.ask("stream", name, round, EngineUnderTest.transport())).as("name").isEqualTo(name);
                    int before = frames.get();
                    Await.until("frames come", PATIENCE, () -> frames.get() > before + 5 * count);
                    peer.kill();
                }
            }
        } finally {
            done.set(true);
            receiving.forEach(Threads.Call::get);
            spouts.forEach(Spout::close);
        }
    }

    /** Each wait ends. */
    private static int frames(SpoutReceiver receiver, AtomicBoolean done) {
        int frames = 0;
        while (!done.get()) {
            try (SpoutFrame frame = receiver.receive(Duration.ofMillis(300)).orElse(null)) {
                frames += frame == null ? 0 : 1;
            }
        }
        return frames;
    }

    @Test
    void aReceiverKilledWhileItReads() {
        try (Pair pair = Pair.open(SIDE, SIDE); SpoutPeer peer = new SpoutPeer()) {
            pair.send(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, SIDE, SIDE)).isEqualTo(1);
            peer.ask("receiver", pair.sender().name());
            assertThat(peer.ask("receiveSlowly")).isEqualTo("inside");
            peer.kill();
            assertThat(pair.receiver().receive(Duration.ofMillis(100))).isEmpty();
            assertThat(pair.send(2)).isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 2, SIDE, SIDE)).as("numbers go on rising").isEqualTo(2);
            pair.send(3);
            assertThat(Pattern.requireReceived(pair.receiver(), 3, SIDE, SIDE)).isEqualTo(3);
        }
    }

    @Test
    void aReceiverKilledWhileItReadsAndTheSenderGoesOnAtOnce() {
        assumeFalse(EngineUnderTest.keepsTheFrameBefore(),
                "readers of textures read a copy, those of a ring a slot of their own: they hold nobody up");
        try (Pair pair = Pair.open(SIDE, SIDE); SpoutPeer peer = new SpoutPeer()) {
            pair.send(1);
            peer.ask("receiver", pair.sender().name());
            assertThat(peer.ask("receiveSlowly")).isEqualTo("inside");
            var sending = Threads.start(() -> pair.send(2));
            Await.untilWaiting(sending.thread());
            peer.kill();
            assertThat(sending.get()).isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 2, SIDE, SIDE)).isEqualTo(2);
        }
    }

    @Test
    void aKilledProcessLeavesNothing() {
        try (Spout spout = EngineUnderTest.open(); SpoutPeer peer = new SpoutPeer()) {
            String name = UniqueName.of("killed");
            peer.ask("sender", name, SIDE, SIDE, PixelFormat.RGBA8);
            peer.ask("send", 1);
            spout.receiver(name).open().receive(PATIENCE).orElseThrow().close();
            peer.kill();
        }
        try (Spout spout = EngineUnderTest.open()) {
            assertThat(spout.senders().list()).isEmpty();
            assertThat(spout.senders().active()).isEmpty();
        }
    }
}
