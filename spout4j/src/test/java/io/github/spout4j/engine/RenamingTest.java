package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sender that goes on under another name. */
@Tag("pipewire")
class RenamingTest {
    private static final int SIDE = 4;

    @Test
    void receiversByTheOldNameLoseItAndThoseByTheNewOneGetTheNextFrame() {
        try (Pair pair = Pair.open(SIDE, SIDE, PixelFormat.BGRA8)) {
            String old = pair.sender().name();
            String name = UniqueName.of("renamed");
            SpoutReceiver waiting = pair.spout().receiver(name).open();
            SpoutReceiver active = pair.spout().receiver().open();
            pair.send(1);
            Pattern.requireReceived(pair.receiver(), 1, SIDE, SIDE);
            Pattern.requireReceived(active, 1, SIDE, SIDE);

            pair.sender().rename(name);

            assertThat(pair.sender().name()).isEqualTo(name);
            assertThat(pair.sender().frameCount()).isZero();
            assertThat(pair.spout().senders().find(old)).isEmpty();
            assertThat(pair.spout().senders().active().orElseThrow().name()).isEqualTo(name);
            assertThat(waiting.receive(Duration.ZERO)).isEmpty();
            pair.send(2);
            assertThat(Pattern.requireReceived(waiting, 2, SIDE, SIDE)).isEqualTo(1);
            Pattern.requireReceived(active, 2, SIDE, SIDE);
            assertThat(pair.receiver().receive(Duration.ZERO)).isEmpty();
            assertThat(pair.receiver().info()).isEmpty();
            assertThat(pair.sender().format()).isEqualTo(PixelFormat.BGRA8);
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void aTakenNameIsNumberedAndTheOwnOneKept() {
        try (Spout spout = EngineUnderTest.open()) {
            SpoutSender first = spout.sender(UniqueName.of("taken")).size(SIDE, SIDE).open();
            SpoutSender second = spout.sender(UniqueName.of("second")).size(SIDE, SIDE).open();
            second.rename(first.name());
            assertThat(second.name()).isEqualTo(first.name() + "_1");
            second.send(Pattern.argb(1, SIDE, SIDE));
            second.rename(second.name());
            assertThat(second.name()).isEqualTo(first.name() + "_1");
            assertThat(second.frameCount()).as("it is the same sender").isEqualTo(1);
        }
    }

    @Test
    void whoIsNotTheActiveSenderDoesNotBecomeIt() {
        try (Spout spout = EngineUnderTest.open()) {
            SpoutSender other = spout.sender(UniqueName.of("other")).size(SIDE, SIDE).open();
            SpoutSender active = spout.sender(UniqueName.of("active")).size(SIDE, SIDE).open();
            other.rename(UniqueName.of("renamed"));
            assertThat(spout.senders().active().orElseThrow().name()).isEqualTo(active.name());
        }
    }

    @Test
    void whereItFailsTheSenderKeepsItsName() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            String old = pair.sender().name();
            pair.send(1);
            Pattern.requireReceived(pair.receiver(), 1, SIDE, SIDE);
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().rename(""));
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().rename("x".repeat(256)));
            assertThat(pair.sender().name()).isEqualTo(old);
            pair.send(2);
            assertThat(Pattern.requireReceived(pair.receiver(), 2, SIDE, SIDE)).isEqualTo(2);
        }
    }

    @Test
    void theSizeThatItHasGoesWithIt() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.sender().resize(7, 5);
            pair.send(1);
            pair.sender().rename(UniqueName.of("renamed"));
            assertThat(pair.spout().senders().find(pair.sender().name()).orElseThrow().width()).isEqualTo(7);
            SpoutReceiver receiver = pair.spout().receiver(pair.sender().name()).open();
            pair.send(2);
            Pattern.requireReceived(receiver, 2, 7, 5);
        }
    }

    @Test
    void closingTakesTheNewNameOut() {
        try (Spout spout = EngineUnderTest.open()) {
            SpoutSender sender = spout.sender(UniqueName.of("closing")).size(SIDE, SIDE).open();
            sender.rename(UniqueName.of("renamed"));
            sender.close();
            Await.until("nobody of that name", PATIENCE, () -> spout.senders().find(sender.name()).isEmpty());
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }
}
