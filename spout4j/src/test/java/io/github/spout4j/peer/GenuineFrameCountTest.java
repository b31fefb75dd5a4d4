package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.ENABLE_FRAME_COUNT;
import static io.github.spout4j.peer.GenuineMethod.FRAME_COUNT_ENABLED;
import static io.github.spout4j.peer.GenuineMethod.FRAME_NEW;
import static io.github.spout4j.peer.GenuineMethod.GET_NEW_FRAME;
import static io.github.spout4j.peer.GenuineMethod.SENDER_FRAME;
import static io.github.spout4j.peer.GenuineMethod.SET_FRAME_COUNT;
import static io.github.spout4j.peer.GenuineMethod.SET_NEW_FRAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GenuineTest
class GenuineFrameCountTest extends AgainstGenuine {
    private static final byte[] FRAME = new byte[8 * 8 * 4];

    private boolean counted;

    @BeforeEach
    void switchCountingOn() {
        counted = spout.settings().frameCount();
        spout.settings().frameCount(true);
    }

    @AfterEach
    void restoreSetting() {
        spout.settings().frameCount(counted);
    }

    @Test
    void itCountsOurFramesAsWeDo() {
        try (SpoutSender sender = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            genuine.call(ENABLE_FRAME_COUNT, sender.name());
            for (int i = 1; i <= 1000; i++) {
                assertThat(sender.send(FRAME)).isTrue();
                if (i % 100 == 0) {
                    assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
                    assertThat(genuine.isTrue(FRAME_NEW)).isTrue();
                    assertThat(genuine.number(SENDER_FRAME)).isEqualTo(i);
                    assertThat(sender.frameCount()).isEqualTo(i);
                    assertThat(genuine.isTrue(GET_NEW_FRAME)).as("the same frame again").isFalse();
                }
            }
        }
    }

    @Test
    void weCountItsFramesAsItDoes() {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 8, 8, 5, 28);
        assertThat(spout.senders().find(theirs).orElseThrow().frame()).isZero();
        genuine.call(ENABLE_FRAME_COUNT, theirs);
        for (int i = 1; i <= 100; i++) {
            genuine.call(SET_NEW_FRAME);
            assertThat(genuine.number(SENDER_FRAME)).isEqualTo(i);
            assertThat(spout.senders().find(theirs).orElseThrow().frame()).isEqualTo(i);
        }
    }

    @Test
    void eitherSideWritesTheSettingThatTheOtherReads() {
        genuine.call(SET_FRAME_COUNT, false);
        assertThat(spout.settings().frameCount()).isFalse();
        genuine.call(SET_FRAME_COUNT, true);
        assertThat(spout.settings().frameCount()).isTrue();

        spout.settings().frameCount(false);
        genuine.renew(GenuineClass.FRAMES);
        assertThat(genuine.isTrue(FRAME_COUNT_ENABLED)).isFalse();
        spout.settings().frameCount(true);
        genuine.renew(GenuineClass.FRAMES);
        assertThat(genuine.isTrue(FRAME_COUNT_ENABLED)).isTrue();
    }

    @Test
    void aSenderOfOursThatDoesNotCountHasAlwaysNewFramesThere() {
        spout.settings().frameCount(false);
        try (SpoutSender sender = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            spout.settings().frameCount(true);
            genuine.call(ENABLE_FRAME_COUNT, sender.name());
            sender.send(FRAME);
            // the reader's own semaphore says 1, which the SDK takes for nothing counted
            assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
            assertThat(genuine.isTrue(GET_NEW_FRAME)).isTrue();
        }
    }
}
