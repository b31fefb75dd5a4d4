package io.github.spout4j.kernel.win32;

import static io.github.spout4j.kernel.WaitResult.ABANDONED;
import static io.github.spout4j.kernel.WaitResult.INTERRUPTED;
import static io.github.spout4j.kernel.WaitResult.SIGNALLED;
import static io.github.spout4j.kernel.WaitResult.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whose a Win32 mutex is: threads of both kinds, and handles that are closed under them. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "Win32 mutexes are on Windows alone")
@Timeout(60)
class Win32MutexThreadsTest {
    private static final long LONG = 10_000;

    private final KernelObjects objects = new Win32System().objects();
    private final String name = UniqueName.of("mutex");

    @Test
    void virtualThreadOwnsAcrossUnmountingAndRecursesThroughAnotherHandle() throws Exception {
        try (NamedMutex first = objects.createMutex(name); NamedMutex second = objects.createMutex(name)) {
            CountDownLatch owned = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            FutureTask<String> owner = virtual(() -> {
                assertThat(first.acquire(LONG)).isEqualTo(SIGNALLED);
                assertThat(second.acquire(LONG)).isEqualTo(SIGNALLED);
                owned.countDown();
                goOn.await();
                Thread.sleep(2);
                second.release();
                first.release();
                assertThatThrownBy(first::release).isInstanceOf(IllegalMonitorStateException.class);
                return "done";
            });
            owned.await();
            assertThat(first.acquire(30)).isEqualTo(TIMED_OUT);
            assertThat(get(virtual(() -> second.acquire(0)))).isEqualTo(TIMED_OUT);
            assertThatThrownBy(() -> get(virtual(() -> {
                second.release();
                return null;
            }))).hasCauseInstanceOf(IllegalMonitorStateException.class);
            goOn.countDown();
            assertThat(get(owner)).isEqualTo("done");
            assertThat(first.acquire(0)).isEqualTo(SIGNALLED);
            first.release();
        }
    }

    @Test
    void waitingVirtualThreadsLeaveTheCarriersFree() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThat(mutex.acquire(0)).isEqualTo(SIGNALLED);
            List<FutureTask<WaitResult>> waiting = new ArrayList<>();
            for (int i = 0; i < 8 * Runtime.getRuntime().availableProcessors(); i++) {
                waiting.add(virtual(() -> {
                    WaitResult result = mutex.acquire(LONG);
                    mutex.release();
                    return result;
                }));
            }
            Thread.sleep(50);
            assertThat(get(virtual(() -> 7))).isEqualTo(7);
            assertThat(waiting).noneMatch(FutureTask::isDone);
            mutex.release();
            for (FutureTask<WaitResult> each : waiting) {
                assertThat(get(each)).isEqualTo(SIGNALLED);
            }
        }
    }

    @Test
    void excludesThreadsOfBothKinds() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            AtomicInteger inside = new AtomicInteger();
            int[] count = new int[1];
            List<FutureTask<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FutureTask<Integer> task = new FutureTask<>(() -> {
                    for (int n = 0; n < 200; n++) {
                        assertThat(mutex.acquire(LONG)).isEqualTo(SIGNALLED);
                        assertThat(inside.incrementAndGet()).isOne();
                        count[0]++;
                        inside.decrementAndGet();
                        mutex.release();
                    }
                    return 0;
                });
                tasks.add(task);
                (i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform()).start(task);
            }
            for (FutureTask<Integer> task : tasks) {
                get(task);
            }
            assertThat(count[0]).isEqualTo(1200);
        }
    }

    @Test
    void mutexOfAVirtualThreadThatEndedIsAbandoned() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThat(get(virtual(() -> mutex.acquire(0)))).isEqualTo(SIGNALLED);
            assertThat(mutex.acquire(LONG)).isEqualTo(ABANDONED);
            mutex.release();
        }
    }

    @Test
    void virtualThreadIsInterruptedWhileItWaits() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThat(mutex.acquire(0)).isEqualTo(SIGNALLED);
            CompletableFuture<WaitResult> result = new CompletableFuture<>();
            CompletableFuture<Boolean> status = new CompletableFuture<>();
            Thread waiter = Thread.startVirtualThread(() -> {
                result.complete(mutex.acquire(LONG));
                status.complete(Thread.currentThread().isInterrupted());
            });
            Thread.sleep(50);
            waiter.interrupt();
            assertThat(result.get()).isEqualTo(INTERRUPTED);
            assertThat(status.get()).isTrue();
            mutex.release();
            assertThat(get(virtual(() -> mutex.acquire(0)))).isEqualTo(SIGNALLED);
        }
    }

    @Test
    void idleOwnerThreadEndsAndComesBack() throws Exception {
        try (NamedMutex mutex = objects.createMutex(name)) {
            assertThat(get(virtual(() -> {
                mutex.acquire(0);
                mutex.release();
                Thread.sleep(1500);
                WaitResult result = mutex.acquire(0);
                mutex.release();
                return result;
            }))).isEqualTo(SIGNALLED);
        }
    }

    @Test
    void closingEndsAWaitAndLeavesTheOwnerItsRelease() throws Exception {
        try (NamedMutex other = objects.createMutex(name)) {
            NamedMutex mutex = objects.createMutex(name);
            assertThat(mutex.acquire(0)).isEqualTo(SIGNALLED);
            FutureTask<WaitResult> waiter = new FutureTask<>(() -> mutex.acquire(LONG));
            Thread.ofPlatform().start(waiter);
            FutureTask<WaitResult> virtualWaiter = virtual(() -> mutex.acquire(LONG));
            Thread.sleep(50);
            get(virtual(() -> {
                mutex.close();
                mutex.close();
                return null;
            }));
            assertThatThrownBy(() -> get(waiter)).hasCauseInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> get(virtualWaiter)).hasCauseInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> mutex.acquire(0)).isInstanceOf(IllegalStateException.class);
            assertThat(get(virtual(() -> other.acquire(0)))).isEqualTo(TIMED_OUT);
            mutex.release();
            assertThatThrownBy(mutex::release).isInstanceOf(IllegalStateException.class);
            assertThat(other.acquire(0)).isEqualTo(SIGNALLED);
            other.release();
        }
        assertThat(objects.openMutex(name)).isEmpty();
    }

    @Test
    void closingByTheOwnerReleases() throws Exception {
        try (NamedMutex other = objects.createMutex(name)) {
            NamedMutex mutex = objects.createMutex(name);
            mutex.acquire(0);
            mutex.acquire(0);
            mutex.close();
            assertThat(get(virtual(() -> other.acquire(0)))).isEqualTo(SIGNALLED);
        }
    }

    private static <T> FutureTask<T> virtual(java.util.concurrent.Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        return task;
    }

    private static <T> T get(FutureTask<T> task) throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(30, TimeUnit.SECONDS);
    }
}
