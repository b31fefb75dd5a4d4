package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.InMemoryKernel;

import org.junit.jupiter.api.Test;

import java.util.concurrent.FutureTask;

class FrameSyncTest {
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());
    private final FrameSync sync = new FrameSync(us.objects(), cam);
    private final FrameSync other = new FrameSync(kernel.process().objects(), cam);

    @Test
    void oneSetLetsOneWaiterPass() {
        assertThat(sync.await(0)).isEqualTo(WaitResult.TIMED_OUT);
        other.set();
        other.set();
        assertThat(sync.await(0)).isEqualTo(WaitResult.SIGNALLED);
        assertThat(sync.await(0)).isEqualTo(WaitResult.TIMED_OUT);
    }

    @Test
    void aWaiterIsWoken() throws Exception {
        FutureTask<WaitResult> waiting = new FutureTask<>(() -> sync.await(10_000));
        Thread.ofPlatform().start(waiting);
        other.set();
        assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
    }

    @Test
    void nothingIsLeftBehind() {
        assertThat(kernel.names()).containsExactly("cam_Sync_Event");
        sync.close();
        other.close();
        assertThat(kernel.names()).isEmpty();
    }
}
