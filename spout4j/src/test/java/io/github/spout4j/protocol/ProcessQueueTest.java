package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whose fault it is that a mutex is not to be had, and what that costs. */
class ProcessQueueTest {
    private static final int THREADS = 20;
    private static final long MILLIS = 300;

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final String name = UniqueName.of("queue");

    @Test
    void ownThreadsTakeAsLongAsTheyTake() throws Exception {
        try (GuardedMemory one = GuardedMemory.create(us.objects(), name, 10).queued();
                GuardedMemory other = GuardedMemory.open(us.objects(), name).orElseThrow().queued();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch enough = new CountDownLatch(1);
            Future<?> holding = threads.submit(() -> one.locked(1, (_, _) -> {
                inside.countDown();
                return await(enough);
            }));
            inside.await();
            Future<Integer> waiting = threads.submit(() -> other.locked(1, (_, _) -> 7));
            assertThat(other.tryLocked(10, (_, _) -> 7)).as("who waits for 10 ms at most").isEmpty();
            assertThat(waiting.isDone()).isFalse();
            enough.countDown();
            holding.get(10, TimeUnit.SECONDS);
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProgramThatHangsCostsAllThreadsItsTimeTogether() throws Exception {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), name, 10).queued();
                LockHolder _ = LockHolder.of(them.objects(), name + "_mutex");
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            long start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> assertThatExceptionOfType(SpoutException.class)
                        .isThrownBy(() -> memory.locked(MILLIS, (_, _) -> 1))
                        .withMessageContaining("another program").withMessageContaining(name)));
            }
            for (Future<?> each : all) {
                each.get(20, TimeUnit.SECONDS);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(MILLIS),
                    Duration.ofMillis(THREADS * MILLIS - 1));
        }
    }

    @Test
    void whatIsOverIsForgotten() throws Exception {
        try (GuardedMemory memory = GuardedMemory.create(us.objects(), name, 10).queued()) {
            try (LockHolder _ = LockHolder.of(them.objects(), name + "_mutex")) {
                assertThat(memory.tryLocked(50, (_, _) -> 1)).isEmpty();
            }
            assertThat(memory.tryLocked(0, (_, _) -> 1)).contains(1);
            LockHolder holder = LockHolder.of(them.objects(), name + "_mutex");
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<Integer> waiting = thread.submit(() -> memory.locked(20_000, (_, _) -> 2));
                holder.close();
                assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(2);
            }
        }
    }
}
