package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.FIND_NAME;
import static io.github.spout4j.peer.GenuineMethod.LOCK_MEMORY;
import static io.github.spout4j.peer.GenuineMethod.OPEN_MEMORY;
import static io.github.spout4j.peer.GenuineMethod.UNLOCK_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of either side that are killed, idle or within a lock. */
@GenuineTest
class GenuineDeathTest extends AgainstGenuine {
    @ParameterizedTest
    @ValueSource(strings = {"SpoutSenderNames", "ActiveSenderName"})
    void killedWhileItHoldsAMutexOfTheDirectoryItDoesNotStopUs(String memory) {
        try (SpoutSender before = spout.sender(UniqueName.of("before")).size(8, 8).open();
                Genuine doomed = Genuine.start()) {
            assertThat(doomed.isTrue(OPEN_MEMORY, memory)).isTrue();
            assertThat(doomed.call(LOCK_MEMORY)).isNotEqualTo(List.of("0"));
            doomed.kill();
            try (SpoutSender after = spout.sender(UniqueName.of("after")).size(8, 8).open()) {
                assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(before.name(), after.name());
                assertThat(spout.senders().active()).map(SenderInfo::name).contains(after.name());
                assertThat(genuine.names()).contains(before.name(), after.name());
                assertThat(genuine.active()).contains(after.name());
            }
        }
    }

    @Test
    void whileItHoldsTheDirectorysMutexWeSayWhoStopsUs() {
        String name = UniqueName.of("patient");
        try (SpoutSender _ = spout.sender(UniqueName.of("before")).size(8, 8).open()) {
            assertThat(genuine.isTrue(OPEN_MEMORY, "SpoutSenderNames")).isTrue();
            genuine.call(LOCK_MEMORY);
            assertThatThrownBy(() -> spout.sender(name).size(8, 8).open()).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("SpoutSenderNames_mutex");
            genuine.call(UNLOCK_MEMORY);
            try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
                assertThat(genuine.names()).contains(sender.name());
            }
        }
    }

    @Test
    void killedWhileItReadsOurPixelsItDoesNotStopOurSender() {
        byte[] pixels = new byte[8 * 8 * 4];
        pixels[5] = 7;
        try (SpoutSender sender = spout.sender(UniqueName.of("ours")).size(8, 8).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(pixels);
            try (Genuine doomed = Genuine.start()) {
                assertThat(doomed.isTrue(OPEN_MEMORY, sender.name() + "_map")).isTrue();
                doomed.call(LOCK_MEMORY);
                doomed.kill();
            }
            assertThat(sender.send(pixels)).isTrue();
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(30)).orElseThrow()) {
                assertThat(frame.pixels().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(pixels);
            }
            assertThat(genuine.isTrue(OPEN_MEMORY, sender.name() + "_map")).isTrue();
            assertThat(genuine.call(LOCK_MEMORY)).as("nobody has kept the mutex").isNotEqualTo(List.of("0"));
            genuine.call(UNLOCK_MEMORY);
        }
    }

    @Test
    void itsKilledSenderIsSweptAndItsNameIsFree() {
        String name = UniqueName.of("killed");
        try (Genuine doomed = Genuine.start()) {
            doomed.createSender(name, 8, 8, 5, 28);
            assertThat(spout.senders().find(name)).isPresent();
            doomed.kill();
        }
        assertThat(spout.senders().find(name)).isEmpty();
        assertThat(spout.senders().list()).noneMatch(sender -> sender.name().equals(name));
        assertThat(spout.senders().active()).map(SenderInfo::name).isNotEqualTo(Optional.of(name));
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            assertThat(sender.name()).isEqualTo(name);
            assertThat(genuine.active()).contains(name);
        }
        assertThat(genuine.isTrue(FIND_NAME, name)).as("in the table, which this does not sweep").isFalse();
    }

    @Test
    void ourKilledSenderIsSweptThere() {
        String name = UniqueName.of("killed");
        try (ChildJvm doomed = ChildJvm.start(OurSenderProgram.class, name)) {
            assertThat(doomed.expect("opened")).isEqualTo(name);
            assertThat(genuine.names()).contains(name);
            doomed.kill();
        }
        assertThat(genuine.names()).doesNotContain(name);
        assertThat(genuine.createSender(name, 8, 8, 5, 28)).isEqualTo(name);
        assertThat(spout.senders().active()).map(SenderInfo::name).contains(name);
    }
}
