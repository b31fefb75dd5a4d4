package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** What goes beside the frames. */
class DataAndSyncTest {
    @Test
    void dataArrives() {
        try (Spout one = EngineUnderTest.open(); Spout other = EngineUnderTest.open()) {
            String name = UniqueName.of("data");
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> other.openMemoryBuffer(name))
                    .withMessageContaining(name);
            MemoryBuffer writer = one.createMemoryBuffer(name, 100);
            MemoryBuffer reader = other.openMemoryBuffer(name);
            assertThat(writer.capacity()).isEqualTo(100);
            assertThat(reader.capacity()).isEqualTo(100);
            writer.write(new byte[]{1, 2, 3});
            assertThat(reader.read()).hasSize(100).startsWith(1, 2, 3, 0);
            reader.write(new byte[0]);
            byte[] full = new byte[100];
            Arrays.fill(full, (byte) 7);
            writer.write(full);
            assertThat(reader.read()).isEqualTo(full);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.write(new byte[101]))
                    .withMessageContaining("101");
            assertThatIllegalArgumentException().isThrownBy(() -> one.createMemoryBuffer(UniqueName.of("none"), 0));
            writer.close();
            assertThat(reader.read()).as("it lives while one has it open").isEqualTo(full);
            reader.close();
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> other.openMemoryBuffer(name));
        }
    }

    @Test
    void anExistingBufferKeepsItsCapacityAndData() {
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("data");
            MemoryBuffer first = spout.createMemoryBuffer(name, 10);
            first.write(new byte[]{4, 5});
            for (int capacity : new int[]{5, 10, 5000}) {
                try (MemoryBuffer again = spout.createMemoryBuffer(name, capacity)) {
                    assertThat(again.capacity()).isEqualTo(10);
                    assertThat(again.read()).startsWith(4, 5);
                }
            }
            assertThat(first.capacity()).isEqualTo(10);
        }
    }

    @Test
    void aSenderThatUsesMemoryShareCannotHaveOneAndItsFrameIsNotHarmed() {
        assumeFalse(EngineUnderTest.sharesTextures(), "a shared texture leaves the name of memory share free");
        try (Pair pair = Pair.open(40, 40)) {
            pair.send(1);
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> pair.spout().createMemoryBuffer(pair.sender().name(), 10))
                    .withMessageContaining("memory share");
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> pair.spout().openMemoryBuffer(pair.sender().name()));
            Pattern.requireReceived(pair.receiver(), 1, 40, 40);
        }
    }

    @Test
    @WithTextures
    void aSenderOfTexturesHasOneBesideItsFrames() {
        try (Pair pair = Pair.open(40, 40);
                MemoryBuffer data = pair.spout().createMemoryBuffer(pair.sender().name(), 10);
                MemoryBuffer there = pair.spout().openMemoryBuffer(pair.sender().name())) {
            pair.send(1);
            data.write(new byte[]{1, 2, 3});
            Pattern.requireReceived(pair.receiver(), 1, 40, 40);
            assertThat(there.read()).startsWith(1, 2, 3);
        }
    }

    @Test
    void aSignalEndsOneWaitNowOrLater() {
        try (Spout spout = EngineUnderTest.open(); Spout other = EngineUnderTest.open()) {
            String name = UniqueName.of("sync");
            FrameSync here = spout.frameSync(name);
            FrameSync there = other.frameSync(name);
            assertThat(there.await(Duration.ZERO)).isFalse();
            here.signal();
            here.signal();
            assertThat(there.await(Duration.ofSeconds(1))).isTrue();
            assertThat(there.await(Duration.ofMillis(20))).isFalse();
            var waiting = Threads.start(() -> there.await(Duration.ofSeconds(Long.MAX_VALUE)));
            Await.untilWaiting(waiting.thread());
            here.signal();
            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void theDiagnosisFindsNoProblem() {
        try (Pair pair = Pair.open(4, 4)) {
            assertThat(pair.spout().diagnose()).isNotEmpty()
                    .noneMatch(finding -> finding.level() == Finding.Level.PROBLEM);
            assertThat(pair.spout().settings().location()).isNotBlank();
            assertThat(pair.spout().settings().maxSenders()).isPositive();
        }
    }
}
