package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.InMemoryKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class FrameEventsTest {
    private static final int FRAMES = 500;
    private static final long LONG = 20_000;

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());
    private final FrameEvents sender = FrameEvents.create(us.objects(), cam);

    private FrameEvents receiver() {
        return FrameEvents.open(kernel.process().objects(), cam);
    }

    @Test
    void whoHasSeenTheNewestFrameWaits() {
        FrameEvents receiver = receiver();
        for (int frame = 0; frame < 10; frame++) {
            assertThat(receiver.awaitAfter(frame, 0)).isEqualTo(WaitResult.TIMED_OUT);
            sender.tell(frame + 1);
            assertThat(receiver.awaitAfter(frame, 0)).isEqualTo(WaitResult.SIGNALLED);
            assertThat(receiver.awaitAfter(frame + 1, 0)).isEqualTo(WaitResult.TIMED_OUT);
        }
    }

    @Test
    void whoComesAFrameLatePassesAllTheSame() {
        FrameEvents receiver = receiver();
        sender.tell(1);
        sender.tell(2);
        assertThat(receiver.awaitAfter(0, 0)).isEqualTo(WaitResult.SIGNALLED);
        assertThat(receiver.awaitAfter(1, 0)).isEqualTo(WaitResult.SIGNALLED);
        sender.tell(3);
        assertThat(receiver.awaitAfter(1, 0)).isEqualTo(WaitResult.SIGNALLED);
        assertThat(receiver.awaitAfter(0, 0)).as("two frames late").isEqualTo(WaitResult.TIMED_OUT);
    }

    @Test
    void noWakeUpIsLost() throws Exception {
        CyclicBarrier all = new CyclicBarrier(4);
        List<FutureTask<Void>> receivers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            FrameEvents receiver = receiver();
            FutureTask<Void> task = new FutureTask<>(() -> {
                for (int frame = 0; frame < FRAMES; frame++) {
                    assertThat(receiver.awaitAfter(frame, LONG)).isEqualTo(WaitResult.SIGNALLED);
                    all.await();
                }
                return null;
            });
            Thread.ofPlatform().daemon().start(task);
            receivers.add(task);
        }
        for (int frame = 1; frame <= FRAMES; frame++) {
            sender.tell(frame);
            all.await();
        }
        for (FutureTask<Void> receiver : receivers) {
            receiver.get();
        }
    }

    @Test
    void aSenderBeginsWithAllShutWhateverTheLastOneHasLeft() {
        FrameEvents receiver = receiver();
        sender.tell(1);
        sender.close();
        FrameEvents next = FrameEvents.create(kernel.process().objects(), cam);
        assertThat(receiver.awaitAfter(0, 0)).isEqualTo(WaitResult.TIMED_OUT);
        next.tell(1);
        assertThat(receiver.awaitAfter(0, 0)).isEqualTo(WaitResult.SIGNALLED);
    }

    @Test
    void receiversMakeNone() {
        sender.close();
        assertThat(receiver()).isNull();
        assertThat(kernel.names()).isEmpty();
    }
}
