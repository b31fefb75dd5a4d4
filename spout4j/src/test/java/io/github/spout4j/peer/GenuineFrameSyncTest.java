package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.ENABLE_FRAME_SYNC;
import static io.github.spout4j.peer.GenuineMethod.OPEN_FRAME_SYNC;
import static io.github.spout4j.peer.GenuineMethod.SET_FRAME_SYNC;
import static io.github.spout4j.peer.GenuineMethod.WAIT_FRAME_SYNC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.FrameSync;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GenuineTest
class GenuineFrameSyncTest extends AgainstGenuine {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String name = UniqueName.of("sync");

    @BeforeEach
    void enableSync() {
        genuine.call(ENABLE_FRAME_SYNC, true);
    }

    @Test
    void ourSignalEndsItsWait() {
        try (FrameSync sync = spout.frameSync(name)) {
            assertThat(genuine.isTrue(WAIT_FRAME_SYNC, name, 0)).isFalse();
            genuine.begin(WAIT_FRAME_SYNC, name, LONG.toMillis());
            sync.signal();
            assertThat(genuine.answer()).containsExactly("true");
            sync.signal();
            sync.signal();
            assertThat(genuine.isTrue(WAIT_FRAME_SYNC, name, 0)).isTrue();
            assertThat(genuine.isTrue(WAIT_FRAME_SYNC, name, 0)).as("signals do not add up").isFalse();
        }
    }

    @Test
    void itsSignalEndsOurWait() {
        try (FrameSync sync = spout.frameSync(name)) {
            assertThat(sync.await(Duration.ZERO)).isFalse();
            genuine.begin(SET_FRAME_SYNC, name);
            assertThat(sync.await(LONG)).isTrue();
            genuine.answer();
            assertThat(sync.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void anEventThatItMadeIsOurs() {
        genuine.call(OPEN_FRAME_SYNC, name);
        genuine.call(SET_FRAME_SYNC, name);
        try (FrameSync sync = spout.frameSync(name)) {
            assertThat(sync.await(Duration.ZERO)).isTrue();
            assertThat(sync.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void bothGoInStep() {
        try (FrameSync ours = spout.frameSync(name + "-a"); FrameSync theirs = spout.frameSync(name + "-b")) {
            for (int i = 0; i < 200; i++) {
                ours.signal();
                assertThat(genuine.isTrue(WAIT_FRAME_SYNC, name + "-a", LONG.toMillis())).isTrue();
                genuine.call(GenuineMethod.CLOSE_FRAME_SYNC);
                genuine.begin(SET_FRAME_SYNC, name + "-b");
                assertThat(theirs.await(LONG)).isTrue();
                genuine.answer();
            }
        }
    }
}
