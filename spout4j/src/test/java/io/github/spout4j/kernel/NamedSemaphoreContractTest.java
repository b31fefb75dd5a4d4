package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NamedSemaphoreContractTest {
    private static final long LONG = 60_000;
    private static final int MOST = Integer.MAX_VALUE;

    private final KernelObjects objects = TestSystem.open().objects();
    private final String name = UniqueName.of("semaphore");

    @Test
    void theFirstDecidesCountAndMaximum() {
        assertThat(objects.openSemaphore(name)).isEmpty();
        try (NamedSemaphore first = objects.createSemaphore(name, 2, 3);
                NamedSemaphore second = objects.createSemaphore(name, 50, 100);
                NamedSemaphore third = objects.openSemaphore(name).orElseThrow()) {
            assertThat(first.created()).isTrue();
            assertThat(second.created()).isFalse();
            assertThat(third.created()).isFalse();
            assertThat(third.name()).isEqualTo(name);
            assertThat(second.release(1)).isEqualTo(2);
            assertThatThrownBy(() -> second.release(1)).isInstanceOf(SpoutException.class).hasMessageContaining(name);
        }
        assertThat(objects.openSemaphore(name)).isEmpty();
    }

    @Test
    void badCountsAreRefused() {
        assertThatThrownBy(() -> objects.createSemaphore(name, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.createSemaphore(name, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.createSemaphore(name, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        try (NamedSemaphore semaphore = objects.createSemaphore(name, 1, 1)) {
            assertThatThrownBy(() -> semaphore.release(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> semaphore.release(-1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedSemaphore _ = objects.createSemaphore(name, 1, MOST)) {
            assertThatThrownBy(() -> objects.createMemory(name, 100)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
            assertThatThrownBy(() -> objects.openMutex(name)).isInstanceOf(SpoutException.class);
        }
    }

    @Test
    void aReleaseTellsTheCountBefore() {
        try (KernelPeer peer = new KernelPeer(); NamedSemaphore semaphore = objects.createSemaphore(name, 1, MOST)) {
            peer.ask("openSemaphore", name);
            for (int frame = 1; frame <= 100; frame++) {
                assertThat(semaphore.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
                assertThat(semaphore.release(2)).isEqualTo(frame - 1);
                assertThat(peer.ask("take", name, 0)).isEqualTo("SIGNALLED");
                assertThat(peer.ask("give", name, 1)).isEqualTo(Integer.toString(frame));
            }
        }
    }

    @Test
    void atZeroThereIsNothingToTake() {
        try (NamedSemaphore semaphore = objects.createSemaphore(name, 1, MOST)) {
            assertThat(semaphore.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(semaphore.acquire(0)).isEqualTo(WaitResult.TIMED_OUT);
            long start = System.nanoTime();
            assertThat(semaphore.acquire(80)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(System.nanoTime() - start).isBetween(70_000_000L, 5_000_000_000L);
            assertThat(semaphore.release(1)).isZero();
        }
    }

    @Test
    void theMaximumIsNotPassed() {
        try (NamedSemaphore semaphore = objects.createSemaphore(name, MOST - 1, MOST)) {
            assertThatThrownBy(() -> semaphore.release(2)).isInstanceOf(SpoutException.class);
            assertThatThrownBy(() -> semaphore.release(MOST)).isInstanceOf(SpoutException.class);
            assertThat(semaphore.release(1)).isEqualTo(MOST - 1);
            assertThatThrownBy(() -> semaphore.release(1)).isInstanceOf(SpoutException.class);
            assertThat(semaphore.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(semaphore.release(1)).isEqualTo(MOST - 1);
        }
    }

    @Test
    void aReleaseWakesWaitersOfAnotherProcess() {
        try (KernelPeer peer = new KernelPeer(); NamedSemaphore semaphore = objects.createSemaphore(name, 0, MOST)) {
            peer.ask("openSemaphore", name);
            for (int i = 0; i < 100; i++) {
                peer.tell("take", name, LONG);
                assertThat(semaphore.release(1)).isZero();
                assertThat(peer.reply()).isEqualTo("SIGNALLED");
            }
        }
    }

    @Test
    void everyCountIsTakenOnce() throws Exception {
        int threads = 8;
        int times = 2000;
        try (NamedSemaphore semaphore = objects.createSemaphore(name, 0, MOST);
                ExecutorService platform = Executors.newCachedThreadPool();
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> takers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                takers.add((i % 2 == 0 ? platform : virtual).submit(() -> {
                    for (int j = 0; j < times; j++) {
                        assertThat(semaphore.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
                    }
                }));
            }
            for (int i = 0; i < threads * times / 4; i++) {
                semaphore.release(4);
            }
            for (Future<?> each : takers) {
                each.get();
            }
            assertThat(semaphore.acquire(0)).isEqualTo(WaitResult.TIMED_OUT);
        }
    }

    @Test
    void itEndsWithItsLastHolder() {
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createSemaphore", name, 1, MOST);
            peer.ask("give", name, 5);
            try (NamedSemaphore semaphore = objects.openSemaphore(name).orElseThrow()) {
                peer.kill();
                assertThat(semaphore.release(1)).isEqualTo(6);
            }
            try (NamedSemaphore semaphore = objects.createSemaphore(name, 1, MOST)) {
                assertThat(semaphore.created()).isTrue();
                assertThat(semaphore.release(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void aChangeIsNoticed() {
        try (KernelPeer peer = new KernelPeer(); NamedSemaphore semaphore = objects.createSemaphore(name, 1, MOST)) {
            peer.ask("openSemaphore", name);
            for (int i = 1; i < 100; i++) {
                peer.tell("awaitChange", name, i, LONG);
                semaphore.acquire(0);
                semaphore.release(2);
                assertThat(peer.reply()).isEqualTo("SIGNALLED");
            }
        }
    }

    @Test
    void aChangeBeforeTheWaitCounts() {
        try (NamedSemaphore semaphore = objects.createSemaphore(name, 5, MOST)) {
            assertThat(semaphore.awaitChange(4, LONG)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(semaphore.awaitChange(6, LONG)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(semaphore.release(1)).isEqualTo(5);
        }
    }

    @Test
    void withoutAChangeTheTimeRunsOut() {
        try (NamedSemaphore semaphore = objects.createSemaphore(name, 5, MOST)) {
            assertThat(semaphore.awaitChange(5, 0)).isEqualTo(WaitResult.TIMED_OUT);
            long start = System.nanoTime();
            assertThat(semaphore.awaitChange(5, 80)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(System.nanoTime() - start).isBetween(70_000_000L, 5_000_000_000L);
        }
    }

    @Test
    void anInterruptEndsAWaitAndStays() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedSemaphore semaphore = objects.createSemaphore(name, 0, MOST)) {
                WaitContract.anInterruptEndsAndStays(virtual, () -> semaphore.acquire(LONG));
                WaitContract.anInterruptEndsAndStays(virtual, () -> semaphore.awaitChange(0, LONG));
            }
        }
    }

    @Test
    void closingEndsAWait() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            NamedSemaphore semaphore = objects.createSemaphore(name, 0, MOST);
            WaitContract.closingEnds(virtual, semaphore, () -> semaphore.acquire(LONG));
        }
    }

    @Test
    void aClosedHandleIsOfNoUse() {
        NamedSemaphore semaphore = objects.createSemaphore(name, 1, MOST);
        semaphore.close();
        semaphore.close();
        assertThatThrownBy(() -> semaphore.acquire(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> semaphore.release(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> semaphore.awaitChange(0, 0)).isInstanceOf(IllegalStateException.class);
    }
}
