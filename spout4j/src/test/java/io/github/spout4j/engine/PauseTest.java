package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sender that publishes nothing for a while, and is there all the same. */
@Tag("pipewire")
class PauseTest {
    private static final int SIDE = 4;

    private static boolean told(Pair pair) {
        return pair.spout().senders().find(pair.sender().name()).orElseThrow().paused();
    }

    @Test
    void nothingIsPublishedUntilItIsResumed() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.sendThrough(1);
            Pattern.requireReceived(pair.receiver(), 1, SIDE, SIDE);
            assertThat(pair.sender().paused()).isFalse();
            pair.sender().pause();
            pair.sender().pause();

            assertThat(pair.sender().paused()).isTrue();
            assertThat(pair.send(2)).isFalse();
            assertThat(pair.sender().send(new byte[SIDE * SIDE * 4])).isFalse();
            assertThat(pair.sender().send(MemorySegment.ofArray(new byte[SIDE * SIDE * 4]))).isFalse();
            assertThat(
                    pair.sender().send(MemorySegment.ofArray(new float[SIDE * SIDE * 3]), TensorLayout.of(SIDE, SIDE)))
                    .isFalse();
            assertThat(pair.sender().send(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB))).isFalse();
            try (SpoutFrame frame = pair.sender().nextFrame()) {
                assertThat(frame.number()).isEqualTo(2);
                assertThat(frame.pixels().byteSize()).isEqualTo(SIDE * SIDE * 4);
                frame.pixels().fill((byte) 7);
            }
            assertThatIllegalArgumentException().isThrownBy(() -> pair.sender().send(new int[1]));
            assertThat(pair.sender().frameCount()).isEqualTo(1);
            assertThat(pair.receiver().receive(SHORT)).isEmpty();
            try (SpoutReceiver late = pair.spout().receiver(pair.sender().name()).open()) {
                assertThat(Pattern.requireReceived(late, 1, SIDE, SIDE)).as("the last frame stays").isEqualTo(1);
            }

            pair.sender().resume();
            assertThat(pair.sender().paused()).isFalse();
            assertThat(pair.send(3)).isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 3, SIDE, SIDE)).isEqualTo(2);
        }
    }

    @Test
    @WithTextures
    void texturesAreNotSentEither() {
        try (Pair pair = Pair.open(SIDE, SIDE); Pair source = Pair.open(SIDE, SIDE)) {
            source.send(1);
            long texture = source.receiver().receiveTexture(PATIENCE).orElseThrow().texture();
            pair.sender().pause();
            assertThat(pair.sender().sendTexture(texture)).isFalse();
            assertThat(pair.sender().frameCount()).isZero();
        }
    }

    @Test
    void itIsToldInTheDirectory() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            List<String> changes = new CopyOnWriteArrayList<>();
            assertThat(told(pair)).isFalse();
            try (var _ = pair.spout().senders().listen(new SenderListener() {
                @Override
                public void added(SenderInfo sender) {
                    changes.add("added");
                }

                @Override
                public void changed(SenderInfo sender) {
                    changes.add("paused " + sender.paused());
                }
            })) {
                Await.until("the sender is added", PATIENCE, () -> changes.equals(List.of("added")));
                pair.sender().pause();
                assertThat(told(pair)).isTrue();
                Await.until("its pause is told", PATIENCE, () -> changes.equals(List.of("added", "paused true")));
                pair.sender().resume();
                assertThat(told(pair)).isFalse();
                Await.until("its end is told", PATIENCE,
                        () -> changes.equals(List.of("added", "paused true", "paused false")));
            }
        }
    }

    @Test
    void receiversDoNotConnectAnew() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.send(1);
            Pattern.requireReceived(pair.receiver(), 1, SIDE, SIDE);
            pair.sender().pause();
            assertThat(pair.receiver().receive(SHORT)).as("not the same frame again").isEmpty();
            pair.sender().resume();
            assertThat(pair.receiver().receive(SHORT)).isEmpty();
        }
    }

    @Test
    void aSenderThatIsRenamedMeanwhileStaysPaused() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.sender().pause();
            pair.sender().rename(UniqueName.of("renamed"));
            assertThat(pair.sender().paused()).isTrue();
            assertThat(told(pair)).isTrue();
            assertThat(pair.send(1)).isFalse();
            pair.sender().resume();
            assertThat(told(pair)).isFalse();
            assertThat(pair.send(2)).isTrue();
        }
    }

    @Test
    void sizesChangeAllTheSame() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            pair.sender().pause();
            pair.sender().resize(9, 3);
            assertThat(pair.send(1)).isFalse();
            try (SpoutFrame frame = pair.sender().nextFrame()) {
                assertThat(frame.width()).isEqualTo(9);
            }
            pair.sender().resume();
            pair.send(2);
            Pattern.requireReceived(pair.receiver(), 2, 9, 3);
        }
    }
}
