package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of this system's events; where it needs none, of the tests' own. */
@Timeout(120)
class NamedManualEventContractTest {
    private static final long LONG = 60_000;

    private final KernelObjects objects = objects();
    private final String name = UniqueName.of("event");

    private static KernelObjects objects() {
        KernelObjects system = TestSystem.open().objects();
        return system.createManualEvent(UniqueName.of("event")).map(made -> {
            made.close();
            return system;
        }).orElseGet(() -> new InMemoryKernel().process().objects());
    }

    private NamedManualEvent create() {
        return objects.createManualEvent(name).orElseThrow();
    }

    @Test
    void theFirstCreatesItNotSetOthersOpenIt() {
        assertThat(objects.openManualEvent(name)).isEmpty();
        try (NamedManualEvent first = create()) {
            assertThat(first.created()).isTrue();
            assertThat(first.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            first.set();
            try (NamedManualEvent second = create();
                    NamedManualEvent third = objects.openManualEvent(name).orElseThrow()) {
                assertThat(second.created()).isFalse();
                assertThat(third.name()).isEqualTo(name);
                for (int i = 0; i < 3; i++) {
                    assertThat(third.await(0)).isEqualTo(WaitResult.SIGNALLED);
                    assertThat(second.await(LONG)).isEqualTo(WaitResult.SIGNALLED);
                }
                second.reset();
                assertThat(first.await(1)).isEqualTo(WaitResult.TIMED_OUT);
            }
        }
        assertThat(objects.openManualEvent(name)).isEmpty();
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedMutex _ = objects.createMutex(name)) {
            assertThatThrownBy(() -> objects.createManualEvent(name)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void allPassWhoWait() throws Exception {
        try (NamedManualEvent event = create()) {
            for (boolean virtual : new boolean[]{false, true}) {
                List<FutureTask<WaitResult>> waiting = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    FutureTask<WaitResult> task = new FutureTask<>(() -> event.await(LONG));
                    WaitContract.thread(virtual, task);
                    waiting.add(task);
                }
                event.set();
                for (FutureTask<WaitResult> each : waiting) {
                    assertThat(each.get()).isEqualTo(WaitResult.SIGNALLED);
                }
                event.reset();
            }
        }
    }

    @Test
    void anInterruptEndsAWaitAndStays() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedManualEvent event = create()) {
                WaitContract.anInterruptEndsAndStays(virtual, () -> event.await(LONG));
            }
        }
    }

    @Test
    void aClosedHandleIsOfNoUse() {
        NamedManualEvent event = create();
        event.close();
        event.close();
        assertThatThrownBy(event::set).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(event::reset).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> event.await(0)).isInstanceOf(IllegalStateException.class);
    }
}
