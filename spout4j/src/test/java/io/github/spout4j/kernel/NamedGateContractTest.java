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

/** Of this system's gates; where it needs none, of the tests' own. */
@Timeout(120)
class NamedGateContractTest {
    private static final long LONG = 60_000;

    private final KernelObjects objects = objects();
    private final String name = UniqueName.of("gate");

    private static KernelObjects objects() {
        KernelObjects system = TestSystem.open().objects();
        return system.createGate(UniqueName.of("gate")).map(made -> {
            made.close();
            return system;
        }).orElseGet(() -> new InMemoryKernel().process().objects());
    }

    private NamedGate create() {
        return objects.createGate(name).orElseThrow();
    }

    @Test
    void theFirstCreatesItShutOthersOpenIt() {
        assertThat(objects.openGate(name)).isEmpty();
        try (NamedGate first = create()) {
            assertThat(first.created()).isTrue();
            assertThat(first.await(0)).isEqualTo(WaitResult.TIMED_OUT);
            first.open();
            try (NamedGate second = create(); NamedGate third = objects.openGate(name).orElseThrow()) {
                assertThat(second.created()).isFalse();
                assertThat(third.name()).isEqualTo(name);
                for (int i = 0; i < 3; i++) {
                    assertThat(third.await(0)).isEqualTo(WaitResult.SIGNALLED);
                    assertThat(second.await(LONG)).isEqualTo(WaitResult.SIGNALLED);
                }
                second.shut();
                assertThat(first.await(1)).isEqualTo(WaitResult.TIMED_OUT);
            }
        }
        assertThat(objects.openGate(name)).isEmpty();
    }

    @Test
    void anotherKindOfThatNameIsRefused() {
        try (NamedMutex _ = objects.createMutex(name)) {
            assertThatThrownBy(() -> objects.createGate(name)).isInstanceOf(SpoutException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void allPassWhoWait() throws Exception {
        try (NamedGate gate = create()) {
            for (boolean virtual : new boolean[]{false, true}) {
                List<FutureTask<WaitResult>> waiting = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    FutureTask<WaitResult> task = new FutureTask<>(() -> gate.await(LONG));
                    WaitContract.thread(virtual, task);
                    waiting.add(task);
                }
                gate.open();
                for (FutureTask<WaitResult> each : waiting) {
                    assertThat(each.get()).isEqualTo(WaitResult.SIGNALLED);
                }
                gate.shut();
            }
        }
    }

    @Test
    void anInterruptEndsAWaitAndStays() throws Exception {
        for (boolean virtual : new boolean[]{false, true}) {
            try (NamedGate gate = create()) {
                WaitContract.anInterruptEndsAndStays(virtual, () -> gate.await(LONG));
            }
        }
    }

    @Test
    void aClosedHandleIsOfNoUse() {
        NamedGate gate = create();
        gate.close();
        gate.close();
        assertThatThrownBy(gate::open).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(gate::shut).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gate.await(0)).isInstanceOf(IllegalStateException.class);
    }
}
