package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.Logged;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The daemon, senders and receivers are killed; who is left goes on. */
@NeedsPipeWire
class SessionEndsTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String GONE = "WARNING PipeWire has gone; senders and receivers go on when it is back";
    private static final String BACK = "INFO PipeWire is back";

    private final NumberedFrames frames = NodePeerProgram.frames();

    @Test
    void aDaemonThatIsKilledAndComesBack() {
        String here = UniqueName.of("here");
        String there = UniqueName.of("there");
        try (SpoutSession session = new SpoutSession();
                Logged logged = Logged.by("io.github.spout4j");
                Spout spout = session.open();
                SpoutSender sender = open(spout, here);
                Streaming streaming = new Streaming(sender, frames, 60);
                NodePeer sends = NodePeer.sender(there);
                NodePeer receives = NodePeer.receiver(here);
                SpoutReceiver ofHere = spout.receiver(here).open();
                SpoutReceiver ofThere = spout.receiver(there).open()) {
            for (int round = 0; round < 3; round++) {
                receives.awaitNewerThan(streaming.sent());
                awaitNewerThan(streaming.sent(), ofHere);
                awaitNewerThan(sends.sent(), ofThere);
                int told = 2 * round;
                session.pipewire().killDaemon();
                Await.until("the end of PipeWire is told", PATIENCE, () -> logged.lines().size() > told);
                requireOpeningFails();
                assertThat(spout.senders().list()).isEmpty();
                drain(ofHere);
                drain(ofThere);
                assertThat(logged.lines()).hasSize(told + 1).endsWith(GONE);
                session.pipewire().startDaemon();
                receives.awaitNewerThan(streaming.sent());
                awaitNewerThan(streaming.sent(), ofHere);
                awaitNewerThan(sends.sent(), ofThere);
                assertThat(logged.lines()).hasSize(told + 2).endsWith(BACK);
                assertThat(sends.log()).isEqualTo(String.join(" | ", logged.lines()));
                assertThat(receives.log()).isEqualTo(String.join(" | ", logged.lines()));
                assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(here, there);
                assertThat(sender.name()).isEqualTo(here);
            }
        }
    }

    private SpoutSender open(Spout spout, String name) {
        return spout.sender(name).size(frames.width(), frames.height()).open();
    }

    private void awaitNewerThan(int number, SpoutReceiver receiver) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int next;
        do {
            assertThat(System.nanoTime() - deadline).as("frames after " + number).isNegative();
            try (SpoutFrame frame = receiver.receive(PATIENCE)
                    .orElseThrow(() -> new AssertionError("no frame comes"))) {
                next = frames.number(frame);
            }
        } while (next <= number);
    }

    private static void drain(SpoutReceiver receiver) {
        while (receiver.receive(SHORT, _ -> {})) {
            // frames of before
        }
        assertThat(receiver.info()).isEmpty();
    }

    private static void requireOpeningFails() {
        assertThatThrownBy(() -> Spout.open("pipewire")).isInstanceOf(SpoutException.class)
                .hasMessageMatching("[^\n]*PipeWire[^\n]*");
    }

    @Test
    void whereThereIsNoDaemonAnotherEngineOpens() {
        try (SpoutSession session = new SpoutSession()) {
            session.pipewire().killDaemon();
            requireOpeningFails();
            try (Spout spout = Spout.open()) {
                assertThat(spout.engine()).isEqualTo("direct");
            }
        }
    }

    @Test
    void aDaemonThatGoesWhileAllIsClosed() {
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutSender sender = open(spout, UniqueName.of("sender"));
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(frames.frame(1));
            awaitNewerThan(0, receiver);
            session.pipewire().killDaemon();
        }
    }

    @Test
    void aSenderThatIsOpenedWhenTheDaemonIsBack() {
        String name = UniqueName.of("sender");
        try (SpoutSession session = new SpoutSession(); Spout spout = session.open()) {
            session.pipewire().killDaemon();
            assertThatThrownBy(() -> open(spout, name)).isInstanceOf(SpoutException.class)
                    .hasMessageMatching("[^\n]*PipeWire[^\n]*");
            try (SpoutReceiver receiver = spout.receiver(name).open()) {
                assertThat(receiver.receive(SHORT)).isEmpty();
                session.pipewire().startDaemon();
                try (SpoutSender sender = open(spout, name)) {
                    sender.send(frames.frame(7));
                    awaitNewerThan(6, receiver);
                }
            }
        }
    }

    @Test
    void killedSenders() {
        String name = UniqueName.of("killed");
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            for (int round = 0; round < 5; round++) {
                try (NodePeer sender = NodePeer.sender(name)) {
                    awaitNewerThan(round == 0 ? 0 : sender.sent() - 1, receiver);
                    sender.kill();
                    drain(receiver);
                    assertThat(spout.senders().list()).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedReceiversBesideOneThatStays(boolean withAFrame) {
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutSender sender = open(spout, UniqueName.of("goes on"));
                Streaming streaming = new Streaming(sender, frames, 60);
                SpoutReceiver stays = spout.receiver(sender.name()).open()) {
            for (int round = 0; round < 5; round++) {
                try (NodePeer receiver = NodePeer.receiver(sender.name())) {
                    receiver.awaitNewerThan(streaming.sent());
                    awaitNewerThan(streaming.sent(), stays);
                    if (withAFrame) {
                        receiver.keep();
                    }
                    receiver.kill();
                    awaitNewerThan(streaming.sent() + 5, stays);
                    assertThat(session.node(sender.name()).state()).isEqualTo("running");
                }
            }
        }
    }

    @Test
    void theOnlyReceiverIsKilled() {
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutSender sender = open(spout, UniqueName.of("goes on"));
                Streaming streaming = new Streaming(sender, frames, 60)) {
            for (int round = 0; round < 3; round++) {
                try (NodePeer receiver = NodePeer.receiver(sender.name())) {
                    receiver.awaitNewerThan(streaming.sent());
                    receiver.keep();
                    receiver.kill();
                    int sent = streaming.sent();
                    Await.until("the sender goes on", PATIENCE, () -> streaming.sent() > sent + 10);
                }
            }
            assertThat(spout.senders().list()).extracting(SenderInfo::name).isEqualTo(List.of(sender.name()));
        }
    }

    @Test
    void framesThatAreKeptAndWrittenOutliveTheDaemon() {
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutSender sender = open(spout, UniqueName.of("kept"));
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(frames.frame(1));
            awaitNewerThan(0, receiver);
            for (int number = 2; number < 6; number++) {
                sender.send(frames.frame(number));
                try (SpoutFrame kept = receiver.receive(PATIENCE).orElseThrow(); SpoutFrame next = sender.nextFrame()) {
                    session.pipewire().killDaemon();
                    Await.until("the node is gone", PATIENCE, () -> receiver.info().isEmpty());
                    drain(receiver);
                    session.pipewire().startDaemon();
                    receiver.awaitSender(PATIENCE).orElseThrow();
                    assertThat(frames.number(kept)).isEqualTo(number);
                    MemorySegment.copy(frames.frame(100), 0, next.pixels(), ValueLayout.JAVA_BYTE, 0,
                            frames.frame(100).length);
                }
                sender.send(frames.frame(10 + number));
                awaitNewerThan(9 + number, receiver);
            }
        }
    }

    @Test
    void aFrameThatIsKeptOutlivesItsSender() {
        String name = UniqueName.of("killed");
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            for (int round = 0; round < 2; round++) {
                try (NodePeer sender = NodePeer.sender(name);
                        SpoutFrame kept = receiver.receive(PATIENCE).orElseThrow()) {
                    int number = frames.number(kept);
                    sender.kill();
                    drain(receiver);
                    assertThat(frames.number(kept)).isEqualTo(number);
                }
            }
        }
    }

    @Test
    void callsWhileTheDaemonGoesAndComes() {
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        Queue<Throwable> failed = new ConcurrentLinkedQueue<>();
        try (SpoutSession session = new SpoutSession();
                Spout spout = session.open();
                SpoutSender sender = open(spout, UniqueName.of("busy"));
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            List<Runnable> calls = List.of(() -> spout.senders().list(), () -> spout.senders().active(),
                    () -> sender.send(frames.frame(1)), sender::pause, sender::resume,
                    () -> receiver.receive(Duration.ZERO, frames::number), receiver::info);
            for (Runnable call : calls) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        while (!done.get()) {
                            call.run();
                        }
                    } catch (RuntimeException | Error e) {
                        failed.add(e);
                    }
                }));
            }
            for (int round = 0; round < 4; round++) {
                session.pipewire().killDaemon();
                session.pipewire().startDaemon();
                spout.receiver(sender.name()).open().awaitSender(PATIENCE).orElseThrow();
            }
            done.set(true);
            for (Thread thread : threads) {
                assertThat(thread.join(PATIENCE)).as("a call ends").isTrue();
            }
            assertThat(failed).isEmpty();
            sender.resume();
            sender.send(frames.frame(5));
            awaitNewerThan(4, receiver);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            done.set(true);
        }
    }
}
