package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NamedMutexContractTest {
    private static final long LONG = 60_000;

    private final KernelObjects objects = TestSystem.open().objects();
    private final String name = UniqueName.of("mutex");

    @Test
    void theFirstCreatesOthersOpen() {
        assertThat(objects.openMutex(name)).isEmpty();
        try (NamedMutex first = objects.createMutex(name);
                NamedMutex second = objects.createMutex(name);
                NamedMutex third = objects.openMutex(name).orElseThrow()) {
            assertThat(first.created()).isTrue();
            assertThat(second.created()).isFalse();
            assertThat(third.created()).isFalse();
            assertThat(third.name()).isEqualTo(name);
        }
        assertThat(objects.openMutex(name)).isEmpty();
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedMutex _ = objects.createMutex(name)) {
            assertThatThrownBy(() -> objects.createMemory(name, 100)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
            assertThatThrownBy(() -> objects.openEvent(name)).isInstanceOf(SpoutException.class);
            try (KernelPeer peer = new KernelPeer()) {
                assertThat(peer.ask("createSemaphore", name, 0, 1)).startsWith("refused").contains(name);
                assertThat(peer.ask("openMemory", name)).startsWith("refused");
            }
        }
    }

    @Test
    void itsOwnerMayAcquireAgainAndReleasesAsOften() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            for (int i = 0; i < 3; i++) {
                assertThat(mutex.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            }
            mutex.release();
            mutex.release();
            assertThat(elsewhere(() -> mutex.acquire(0))).isEqualTo(WaitResult.TIMED_OUT);
            mutex.release();
            assertThat(elsewhere(() -> acquireAndRelease(mutex))).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void itBelongsToTheThreadWhateverTheHandle() {
        try (NamedMutex one = objects.createMutex(name); NamedMutex two = objects.createMutex(name)) {
            assertThat(one.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(two.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            one.release();
            try (KernelPeer peer = new KernelPeer()) {
                peer.ask("openMutex", name);
                assertThat(peer.ask("acquire", name, 0)).isEqualTo("TIMED_OUT");
                two.release();
                assertThat(peer.ask("acquire", name, 0)).isEqualTo("SIGNALLED");
            }
        }
    }

    @Test
    void onlyItsOwnerReleasesIt() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThatThrownBy(mutex::release).isInstanceOf(IllegalMonitorStateException.class);
            mutex.acquire(0);
            assertThatThrownBy(() -> elsewhere(() -> {
                mutex.release();
                return null;
            })).hasCauseInstanceOf(IllegalMonitorStateException.class);
            mutex.release();
            assertThatThrownBy(mutex::release).isInstanceOf(IllegalMonitorStateException.class);
        }
    }

    @Test
    void aWaitEndsAtItsTimeout() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            peer.ask("openMutex", name);
            assertThat(peer.ask("acquire", name, 0)).isEqualTo("SIGNALLED");
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.TIMED_OUT);
            long start = System.nanoTime();
            assertThat(mutex.acquire(80)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(System.nanoTime() - start).isBetween(70_000_000L, 5_000_000_000L);
            peer.ask("release", name);
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void aReleaseLetsAWaiterOfAnotherProcessIn() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            mutex.acquire(0);
            peer.ask("openMutex", name);
            peer.tell("acquire", name, LONG);
            mutex.release();
            assertThat(peer.reply()).isEqualTo("SIGNALLED");
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.TIMED_OUT);
        }
    }

    @Test
    void anInterruptEndsAWaitAndStays() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedMutex mutex = objects.createMutex(name)) {
                mutex.acquire(0);
                WaitContract.anInterruptEndsAndStays(virtual, () -> mutex.acquire(LONG));
                mutex.release();
            }
        }
    }

    @Test
    void afterItsOwnersDeathTheNextIsTold() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            peer.ask("openMutex", name);
            peer.ask("acquire", name, 0);
            peer.kill();
            assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.ABANDONED);
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
            mutex.release();
            mutex.release();
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void oneTryIsEnoughAfterItsOwnersDeath() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            peer.ask("openMutex", name);
            peer.ask("acquire", name, 0);
            peer.kill();
            assertThat(mutex.acquire(0)).isEqualTo(WaitResult.ABANDONED);
        }
    }

    @Test
    void afterItsOwnersNormalEndTheNextIsTold() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            peer.ask("openMutex", name);
            peer.ask("acquire", name, 0);
            peer.end();
            assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.ABANDONED);
        }
    }

    @Test
    void waitersOfTwoProcessesSeeOneDeath() throws Exception {
        try (KernelPeer owner = new KernelPeer();
                KernelPeer waiter = new KernelPeer();
                NamedMutex mutex = objects.createMutex(name)) {
            owner.ask("openMutex", name);
            waiter.ask("openMutex", name);
            owner.ask("acquire", name, 0);
            waiter.tell("acquire", name, LONG);
            FutureTask<WaitResult> here = start(() -> acquireAndRelease(mutex));
            owner.kill();
            WaitResult ours = null;
            String theirs = waiter.reply();
            waiter.ask("release", name);
            ours = here.get();
            assertThat(List.of(ours.name(), theirs)).containsExactlyInAnyOrder("ABANDONED", "SIGNALLED");
        }
    }

    @Test
    void aKilledWaiterHarmsNobody() {
        try (KernelPeer peer = new KernelPeer(); NamedMutex mutex = objects.createMutex(name)) {
            peer.ask("openMutex", name);
            mutex.acquire(0);
            peer.tell("acquire", name, LONG);
            peer.kill();
            mutex.release();
            for (int i = 0; i < 10; i++) {
                assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
                mutex.release();
            }
        }
    }

    @Test
    void processesExcludeEachOther() throws Exception {
        String memoryName = UniqueName.of("counter");
        int times = 20_000;
        try (KernelPeer peer = new KernelPeer();
                KernelPeer peer2 = new KernelPeer();
                NamedMutex mutex = objects.createMutex(name);
                NamedMemory memory = objects.createMemory(memoryName, 4)) {
            for (KernelPeer each : List.of(peer, peer2)) {
                each.ask("openMutex", name);
                each.ask("openMemory", memoryName);
                each.tell("increment", name, memoryName, times);
            }
            FutureTask<Void> second = start(() -> increment(mutex, memory, times));
            increment(mutex, memory, times);
            second.get();
            assertThat(peer.reply()).isEqualTo("done");
            assertThat(peer2.reply()).isEqualTo("done");
            assertThat(memory.segment().get(ValueLayout.JAVA_INT, 0)).isEqualTo(4 * times);
        }
    }

    @Test
    void moreVirtualThreadsThanCoresProgressWhileTheOwnerParks() throws Exception {
        int threads = 4 * Runtime.getRuntime().availableProcessors() + 4;
        String memoryName = UniqueName.of("counter");
        try (NamedMutex mutex = objects.createMutex(name);
                NamedMemory memory = objects.createMemory(memoryName, 4);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(virtual.submit(() -> {
                    for (int j = 0; j < 10; j++) {
                        assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
                        int count = memory.segment().get(ValueLayout.JAVA_INT, 0);
                        Thread.sleep(1);
                        assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
                        memory.segment().set(ValueLayout.JAVA_INT, 0, count + 1);
                        mutex.release();
                        mutex.release();
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
            assertThat(memory.segment().get(ValueLayout.JAVA_INT, 0)).isEqualTo(10 * threads);
        }
    }

    @Test
    void anOwnerThatNeverPausesStarvesNobody() throws Exception {
        String memoryName = UniqueName.of("stop");
        try (KernelPeer peer = new KernelPeer();
                NamedMutex mutex = objects.createMutex(name);
                NamedMemory memory = objects.createMemory(memoryName, 1)) {
            peer.ask("openMutex", name);
            peer.ask("openMemory", memoryName);
            assertThat(peer.ask("hog", name, memoryName)).isEqualTo("hogging");
            for (boolean virtual : new boolean[]{false, true}) {
                FutureTask<Long> slowest = new FutureTask<>(() -> slowestOf(20, mutex));
                WaitContract.thread(virtual, slowest);
                assertThat(slowest.get()).as("slowest acquire on a virtual thread: " + virtual)
                        .isLessThan(1_000_000_000L);
            }
            memory.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            assertThat(peer.reply()).isEqualTo("done");
        }
    }

    @Test
    void closingEndsAWait() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedMutex owned = objects.createMutex(name)) {
                owned.acquire(0);
                NamedMutex closing = objects.openMutex(name).orElseThrow();
                WaitContract.closingEnds(virtual, closing, () -> closing.acquire(LONG));
                owned.release();
            }
        }
    }

    @Test
    void aClosedHandleIsOfNoUse() {
        NamedMutex mutex = objects.createMutex(name);
        mutex.close();
        mutex.close();
        assertThatThrownBy(() -> mutex.acquire(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(mutex::release).isInstanceOf(IllegalStateException.class);
    }

    private static long slowestOf(int times, NamedMutex mutex) {
        long slowest = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
            slowest = Math.max(slowest, System.nanoTime() - start);
            mutex.release();
        }
        return slowest;
    }

    private static Void increment(NamedMutex mutex, NamedMemory memory, int times) {
        MemorySegment segment = memory.segment();
        for (int i = 0; i < times; i++) {
            assertThat(mutex.acquire(LONG)).isEqualTo(WaitResult.SIGNALLED);
            segment.set(ValueLayout.JAVA_INT, 0, segment.get(ValueLayout.JAVA_INT, 0) + 1);
            mutex.release();
        }
        return null;
    }

    private static WaitResult acquireAndRelease(NamedMutex mutex) {
        WaitResult result = mutex.acquire(LONG);
        mutex.release();
        return result;
    }

    private static <T> FutureTask<T> start(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        WaitContract.thread(false, future);
        return future;
    }

    private static <T> T elsewhere(Callable<T> task) throws ExecutionException, InterruptedException {
        return start(task).get();
    }
}
