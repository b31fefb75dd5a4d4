package io.github.spout4j.kernel.win32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is particular to Windows' objects. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "Win32 objects are on Windows alone")
class Win32ObjectsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long THREE_GIB = 3L << 30;

    private final KernelObjects objects = new Win32System().objects();

    @Test
    void memoryTellsItsRealSize() {
        String name = UniqueName.of("memory");
        try (NamedMemory memory = objects.createMemory(name, 5000);
                NamedMemory again = objects.createMemory(name, 100_000)) {
            assertThat(memory.created()).isTrue();
            assertThat(again.created()).isFalse();
            assertThat(memory.size()).isEqualTo(8192);
            assertThat(again.size()).isEqualTo(8192);
            memory.segment().set(ValueLayout.JAVA_BYTE, 8191, (byte) 42);
            assertThat(again.segment().get(ValueLayout.JAVA_BYTE, 8191)).isEqualTo((byte) 42);
        }
        assertThat(objects.openMemory(name)).isEmpty();
    }

    @Test
    void memoryMayBeLargerThanTwoGib() {
        try (NamedMemory memory = objects.createMemory(UniqueName.of("large"), THREE_GIB)) {
            assertThat(memory.size()).isEqualTo(THREE_GIB);
            memory.segment().set(ValueLayout.JAVA_BYTE, THREE_GIB - 1, (byte) 1);
        }
    }

    @Test
    void closedMemoryCannotBeTouched() {
        NamedMemory memory = objects.createMemory(UniqueName.of("closed"), 1);
        var segment = memory.segment();
        memory.close();
        memory.close();
        assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(memory::segment).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKindIsToldInPlainWordsAndByWindows() {
        String name = UniqueName.of("kind");
        try (var _ = objects.createMutex(name)) {
            assertThatThrownBy(() -> objects.createMemory(name, 1)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name).hasMessageContaining("another kind")
                    .hasMessageMatching("(?s).*: [^:]+ \\(Windows error 6\\)");
            assertThatThrownBy(() -> objects.openSemaphore(name)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("another kind");
        }
    }

    @Test
    void nameMustHaveAForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> objects.createMutex(""));
        assertThatIllegalArgumentException().isThrownBy(() -> objects.createMutex("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> objects.openMutex("\ud800"));
        assertThat(objects.openMemory("no\\such\\path")).isEmpty();
    }

    @Test
    void aForgottenHandleIsFreed() {
        String name = UniqueName.of("forgotten");
        forget(name);
        Await.until("nothing has the memory", PATIENCE, () -> {
            System.gc();
            return !objects.memoryExists(name);
        });
    }

    @SuppressWarnings("resource")
    private void forget(String name) {
        objects.createMemory(name, 1);
    }

    @Test
    void theLastHandleOfASemaphoreEndsIt() {
        String name = UniqueName.of("semaphore");
        NamedSemaphore first = objects.createSemaphore(name, 3, 5);
        NamedSemaphore second = objects.openSemaphore(name).orElseThrow();
        first.close();
        assertThat(second.release(2)).isEqualTo(3);
        assertThatThrownBy(() -> second.release(1)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("maximum");
        assertThat(second.awaitChange(5, 5)).isEqualTo(WaitResult.TIMED_OUT);
        assertThat(second.awaitChange(4, 5)).isEqualTo(WaitResult.SIGNALLED);
        second.close();
        assertThat(objects.openSemaphore(name)).isEmpty();
    }

    @Test
    void runningCallsAllocateNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var mutex = objects.createMutex(UniqueName.of("hot"));
                var semaphore = objects.createSemaphore(UniqueName.of("hot"), 1, Integer.MAX_VALUE);
                var event = objects.createEvent(UniqueName.of("hot"))) {
            Runnable frame = () -> {
                mutex.acquire(67);
                semaphore.acquire(0);
                semaphore.release(2);
                event.set();
                event.await(10);
                mutex.release();
            };
            for (int i = 0; i < 15_000; i++) {
                frame.run();
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 5_000; i++) {
                frame.run();
            }
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 5_000).isZero();
        }
    }
}
