package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.KernelPeer;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NamedEventContractTest {
    private static final long LONG = 60_000;

    private final KernelObjects objects = TestSystem.open().objects();
    private final String name = UniqueName.of("event");

    @Test
    void theFirstCreatesItNotSignalledOthersOpen() {
        assertThat(objects.openEvent(name)).isEmpty();
        try (NamedEvent first = objects.createEvent(name)) {
            assertThat(first.created()).isTrue();
            assertThat(first.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            first.set();
            try (NamedEvent second = objects.createEvent(name);
                    NamedEvent third = objects.openEvent(name).orElseThrow()) {
                assertThat(second.created()).isFalse();
                assertThat(third.created()).isFalse();
                assertThat(third.name()).isEqualTo(name);
                assertThat(third.await(0)).isEqualTo(WaitResult.SIGNALLED);
                assertThat(second.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            }
        }
        assertThat(objects.openEvent(name)).isEmpty();
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedEvent _ = objects.createEvent(name)) {
            assertThatThrownBy(() -> objects.createMutex(name)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
            assertThatThrownBy(() -> objects.openMemory(name)).isInstanceOf(SpoutException.class);
        }
    }

    @Test
    void setsDoNotAddUp() {
        try (NamedEvent event = objects.createEvent(name)) {
            event.set();
            event.set();
            event.set();
            assertThat(event.await(0)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(event.await(0)).isEqualTo(WaitResult.TIMED_OUT);
        }
    }

    @Test
    void aWaitEndsAtItsTimeout() {
        try (NamedEvent event = objects.createEvent(name)) {
            long start = System.nanoTime();
            assertThat(event.await(80)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(System.nanoTime() - start).isBetween(70_000_000L, 5_000_000_000L);
        }
    }

    @Test
    void oneSetLetsOneWaiterPass() throws Exception {
        try (NamedEvent event = objects.createEvent(name);
                ExecutorService platform = Executors.newCachedThreadPool();
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            BlockingQueue<Future<WaitResult>> passed = new LinkedBlockingQueue<>();
            for (int round = 1; round <= 10; round++) {
                for (int i = 0; i < 6; i++) {
                    new ExecutorCompletionService<>(i % 2 == 0 ? platform : virtual, passed)
                            .submit(() -> event.await(LONG));
                }
                for (int sets = 1; sets <= 6; sets++) {
                    event.set();
                    assertThat(passed.take().get()).isEqualTo(WaitResult.SIGNALLED);
                    assertThat(passed).isEmpty();
                }
                assertThat(event.await(0)).as("each set was for one").isEqualTo(WaitResult.TIMED_OUT);
            }
        }
    }

    @Test
    void processesAnswerEachOther() {
        String answerName = UniqueName.of("answer");
        int times = 1000;
        try (KernelPeer peer = new KernelPeer();
                NamedEvent event = objects.createEvent(name);
                NamedEvent answer = objects.createEvent(answerName)) {
            peer.ask("openEvent", name);
            peer.ask("openEvent", answerName);
            peer.tell("echo", name, answerName, times);
            for (int i = 0; i < times; i++) {
                event.set();
                assertThat(answer.await(LONG)).isEqualTo(WaitResult.SIGNALLED);
            }
            assertThat(peer.reply()).isEqualTo("done");
        }
    }

    @Test
    void aKilledWaiterTakesNoSignal() {
        try (KernelPeer peer = new KernelPeer(); NamedEvent event = objects.createEvent(name)) {
            peer.ask("openEvent", name);
            peer.tell("await", name, LONG);
            peer.kill();
            event.set();
            assertThat(event.await(LONG)).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void itEndsWithItsLastHolder() {
        try (KernelPeer peer = new KernelPeer()) {
            peer.ask("createEvent", name);
            peer.ask("signal", name);
            peer.kill();
            try (NamedEvent event = objects.createEvent(name)) {
                assertThat(event.created()).isTrue();
                assertThat(event.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            }
        }
    }

    @Test
    void anInterruptEndsAWaitAndStays() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedEvent event = objects.createEvent(name)) {
                WaitContract.anInterruptEndsAndStays(virtual, () -> event.await(LONG));
            }
        }
    }

    @Test
    void closingEndsAWait() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            NamedEvent event = objects.createEvent(name);
            WaitContract.closingEnds(virtual, event, () -> event.await(LONG));
        }
    }

    @Test
    void aClosedHandleIsOfNoUse() {
        NamedEvent event = objects.createEvent(name);
        event.close();
        event.close();
        assertThatThrownBy(event::set).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> event.await(0)).isInstanceOf(IllegalStateException.class);
    }
}
