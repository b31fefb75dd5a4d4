package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that are received are the sender's own memory, for as long as their user keeps them. */
@AcrossProcesses
@Tag("pipewire")
class LoansTest {
    private static final int SIDE = 32;
    private static final int MOST = EngineUnderTest.mostOut();

    @BeforeEach
    void wantsLoans() {
        assumeTrue(EngineUnderTest.lends(), "frames are lent from a ring, which Windows' memory share is not");
    }

    @Test
    void framesThatAreKeptStayWholeAndTheSenderNeverWaits() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            List<SpoutFrame> kept = new ArrayList<>();
            for (int number = 1; number <= MOST; number++) {
                assertThat(pair.send(number)).isTrue();
                kept.add(pair.receiver().receive(PATIENCE).orElseThrow());
            }
            for (int number = MOST + 1; number < 200; number++) {
                assertThat(pair.send(number)).isTrue();
            }
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> pair.receiver().receive(PATIENCE))
                    .withMessageContaining("close frames");
            requireAll(kept);
            kept.removeFirst().close();
            Pattern.requireReceived(pair.receiver(), 199, SIDE, SIDE);
            kept.forEach(SpoutFrame::close);
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    private static void requireAll(List<SpoutFrame> kept) {
        for (SpoutFrame frame : kept) {
            Pattern.requireSame(frame, (int) frame.number(), SIDE, SIDE);
        }
    }

    @Test
    void theyOutliveTheSenderTheReceiverAndTheirSize() {
        List<SpoutFrame> kept = new ArrayList<>();
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.send(1);
            kept.add(pair.receiver().receive(PATIENCE).orElseThrow());
            pair.sender().resize(3 * SIDE, 2 * SIDE);
            pair.send(2);
            Pattern.requireReceived(pair.receiver(), 2, 3 * SIDE, 2 * SIDE);
            pair.sender().resize(SIDE, SIDE);
            pair.send(3);
            kept.add(pair.receiver().receive(PATIENCE).orElseThrow());
        }
        requireAll(kept);
        kept.forEach(SpoutFrame::close);
        kept.forEach(SpoutFrame::close);
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void whatKilledReceiversKeptIsTakenBack() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            int sent = 0;
            List<String> memories = List.of();
            for (int round = 0; round < 3; round++) {
                try (SpoutPeer peer = new SpoutPeer()) {
                    peer.ask("receiver", pair.sender().name());
                    for (int kept = 0; kept < MOST; kept++) {
                        assertThat(pair.send(++sent)).isTrue();
                        assertThat(peer.ask("keep")).isEqualTo("kept");
                    }
                    peer.kill();
                }
                try (SpoutReceiver next = pair.spout().receiver(pair.sender().name()).open()) {
                    for (int i = 0; i < 40; i++) {
                        assertThat(pair.send(++sent)).isTrue();
                        int number = sent;
                        assertThat(next.receive(PATIENCE, frame -> Pattern.requireSame(frame, number, SIDE, SIDE)))
                                .as("frame %d comes, after %d since the kill", sent, i).isTrue();
                    }
                }
                if (!EngineUnderTest.rings()) {
                    continue;
                }
                List<String> now = EngineUnderTest.leftovers().stream()
                        .filter(file -> file.contains("_ring_") && !file.contains("_ring_receiver_")).toList();
                assertThat(now).as("memories of the ring").hasSize(1);
                if (round > 0) {
                    assertThat(now).as("what was enough once").isEqualTo(memories);
                }
                memories = now;
            }
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void aReceiverThatIsKilledWhileTheSenderFloodsTearsNothing() {
        String name = UniqueName.of("flood");
        try (SpoutPeer sender = new SpoutPeer();
                SpoutPeer watching = new SpoutPeer();
                SpoutPeer killed = new SpoutPeer()) {
            sender.ask("sender", name, 64, 64, "RGBA8");
            watching.ask("receiver", name);
            killed.ask("receiver", name);
            watching.tell("watch", 1000);
            sender.tell("flood", 1100);
            for (int kept = 0; kept < MOST; kept++) {
                killed.ask("keep");
            }
            killed.kill();
            assertThat(watching.reply()).as("whole frames, then torn ones, then such as were given twice")
                    .matches("[1-9][0-9]* 0 0");
            assertThat(Integer.parseInt(sender.reply())).isPositive();
            sender.ask("closeSender");
            watching.end();
        }
    }
}
