package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;

import org.junit.jupiter.api.Test;

import java.lang.foreign.ValueLayout;

class GuardedMemoryTest {
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();

    @Test
    void memoryAndMutexLiveAndEndTogether() {
        GuardedMemory memory = GuardedMemory.create(us.objects(), "m", 10);
        assertThat(kernel.names()).containsExactlyInAnyOrder("m", "m_mutex");
        assertThat(memory.created()).isTrue();
        memory.close();
        memory.close();
        assertThat(kernel.names()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> memory.segment().get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void memoryWhoseMutexCannotBeHadIsGivenBack() {
        us.objects().createEvent("m_mutex");
        assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> GuardedMemory.create(us.objects(), "m", 10));
        assertThat(kernel.names()).containsExactly("m_mutex");
    }

    @Test
    void openingFindsOnlyWhatIsHeld() {
        assertThat(GuardedMemory.open(us.objects(), "m")).isEmpty();
        try (GuardedMemory theirs = GuardedMemory.create(them.objects(), "m", 10);
                GuardedMemory ours = GuardedMemory.open(us.objects(), "m").orElseThrow()) {
            assertThat(ours.created()).isFalse();
            theirs.segment().set(ValueLayout.JAVA_BYTE, 9, (byte) 5);
            assertThat(ours.segment().get(ValueLayout.JAVA_BYTE, 9)).isEqualTo((byte) 5);
        }
    }

    @Test
    void aMutexThatIsHeldTooLongIsToldWithWhatToDo() {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), "m", 10);
                LockHolder _ = LockHolder.of(them.objects(), "m_mutex")) {
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> memory.locked(1, (_, _) -> 1))
                    .withMessageContaining("m_mutex").withMessageContaining("close the Spout program that hangs");
            assertThat(memory.tryLocked(1, (_, _) -> 1)).isEmpty();
        }
    }

    @Test
    void anAbandonedMutexIsTakenOverOnceWithANote() {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), "m", 10)) {
            LockHolder.of(them.objects(), "m_mutex");
            them.kill();
            assertThat(memory.<Boolean>locked(1, (_, takenOver) -> takenOver)).isTrue();
            assertThat(memory.<Boolean>locked(1, (_, takenOver) -> takenOver)).isFalse();
        }
    }

    @Test
    void theMutexIsGivenBackWhereTheSectionFails() {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), "m", 10)) {
            assertThatIllegalStateException().isThrownBy(() -> memory.locked(1, (_, _) -> {
                throw new IllegalStateException("no");
            }));
            try (LockHolder holder = LockHolder.of(them.objects(), "m_mutex")) {
                assertThat(holder.result()).isEqualTo(WaitResult.SIGNALLED);
            }
        }
    }

    @Test
    void anInterruptIsToldAndKept() {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), "m", 10);
                LockHolder _ = LockHolder.of(them.objects(), "m_mutex")) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> memory.locked(1000, (_, _) -> 1))
                    .withMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
