package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.InMemoryKernel;

import org.junit.jupiter.api.Test;

import java.util.concurrent.FutureTask;

class FrameCountTest {
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());
    private final FrameCount sender = new FrameCount(us.objects(), cam);
    private final FrameCount receiver = new FrameCount(kernel.process().objects(), cam);

    private NamedSemaphore semaphore() {
        return us.objects().openSemaphore("cam_Count_Semaphore").orElseThrow();
    }

    @Test
    void aSenderThatHasCountedNothingHasFrame0() {
        assertThat(receiver.frame()).isZero();
        assertThat(receiver.frame()).isZero();
    }

    @Test
    void eachFrameHasTheNextNumberOnBothSides() {
        for (int frame = 1; frame <= 100; frame++) {
            assertThat(sender.countFrame()).isEqualTo(frame);
            assertThat(receiver.frame()).isEqualTo(frame);
            assertThat(receiver.frame()).isEqualTo(frame);
        }
    }

    @Test
    void anSdkReceiverSeesOurFrames() {
        sender.countFrame();
        sender.countFrame();
        NamedSemaphore sdk = semaphore();
        assertThat(sdk.acquire(0)).isEqualTo(WaitResult.SIGNALLED);
        assertThat(sdk.release(1)).isEqualTo(2);
    }

    @Test
    void weSeeTheFramesOfAnSdkSender() {
        NamedSemaphore sdk = semaphore();
        for (int frame = 1; frame <= 3; frame++) {
            sdk.acquire(0);
            sdk.release(2);
            assertThat(receiver.frame()).isEqualTo(frame);
        }
    }

    @Test
    void aFrameIsCountedWhileAReaderHoldsTheLastOne() {
        NamedSemaphore reader = semaphore();
        reader.acquire(0);
        sender.countFrame();
        reader.release(1);
        assertThat(receiver.frame()).isEqualTo(1);
    }

    @Test
    void atTheMaximumTheCountStandsStill() {
        semaphore().release(Integer.MAX_VALUE - 2);
        assertThat(sender.countFrame()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(sender.countFrame()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(receiver.frame()).isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Test
    void aChangeIsWaitedFor() throws Exception {
        assertThat(receiver.waitForChange(0, 0)).isEqualTo(WaitResult.TIMED_OUT);
        FutureTask<WaitResult> waiting = new FutureTask<>(() -> receiver.waitForChange(0, 10_000));
        Thread.ofPlatform().start(waiting);
        sender.countFrame();
        assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
        assertThat(receiver.waitForChange(0, 0)).isEqualTo(WaitResult.SIGNALLED);
        assertThat(receiver.waitForChange(1, 0)).isEqualTo(WaitResult.TIMED_OUT);
    }

    @Test
    void aSenderWithEventsHasTheSameNumbers() throws Exception {
        try (FrameCount gated = FrameCount.ofSender(us.objects(), cam)) {
            receiver.rest();
            for (int frame = 1; frame <= 10; frame++) {
                assertThat(gated.countFrame(frame)).isEqualTo(frame);
                assertThat(receiver.waitForChange(frame - 1, 10_000)).isEqualTo(WaitResult.SIGNALLED);
                assertThat(receiver.waitForChange(frame, 0)).isEqualTo(WaitResult.TIMED_OUT);
                assertThat(receiver.frame()).isEqualTo(frame);
            }
            assertThat(gated.countFrame(20)).isEqualTo(20);
            assertThat(receiver.frame()).isEqualTo(20);
        }
    }

    /** A receiver that has outlived a sender of ours has kept the events, which an older or another program's does not open. */
    @Test
    void gatesThatTellNothingAreGivenUp() {
        FrameCount.ofSender(us.objects(), cam).close();
        FrameCount gone = FrameCount.ofSender(us.objects(), cam);
        receiver.rest();
        gone.close();
        NamedSemaphore old = semaphore();
        assertThat(kernel.names()).contains("cam_spout4j_frame0", "cam_spout4j_frame3");
        for (int frame = 1; frame <= 2; frame++) {
            old.release(1);
            assertThat(receiver.waitForChange(frame - 1, 1)).isEqualTo(WaitResult.TIMED_OUT);
            assertThat(receiver.frame()).isEqualTo(frame);
        }
        assertThat(kernel.names()).noneMatch(name -> name.contains("_spout4j_frame"));
        old.release(1);
        assertThat(receiver.waitForChange(2, 10_000)).isEqualTo(WaitResult.SIGNALLED);
    }

    @Test
    void aManualEventThatStandsOpenIsNotAskedAgainAndAgain() throws Exception {
        try (FrameCount gated = FrameCount.ofSender(us.objects(), cam)) {
            receiver.rest();
            us.objects().openManualEvent("cam_spout4j_frame1").orElseThrow().set();
            assertThat(receiver.waitForChange(0, 10_000)).as("once in vain").isEqualTo(WaitResult.SIGNALLED);
            assertThat(receiver.waitForChange(0, 1)).isEqualTo(WaitResult.TIMED_OUT);
            FutureTask<WaitResult> waiting = new FutureTask<>(() -> receiver.waitForChange(0, 10_000));
            Thread.ofPlatform().start(waiting);
            gated.countFrame();
            assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
        }
    }

    @Test
    void whereSomethingElseHasTheNamesOfTheEventsFramesAreCountedAllTheSame() throws Exception {
        us.objects().createMutex("cam_spout4j_frame2");
        try (FrameCount gated = FrameCount.ofSender(us.objects(), cam)) {
            receiver.rest();
            FutureTask<WaitResult> waiting = new FutureTask<>(() -> receiver.waitForChange(0, 10_000));
            Thread.ofPlatform().start(waiting);
            gated.countFrame();
            assertThat(waiting.get()).isEqualTo(WaitResult.SIGNALLED);
        }
        assertThat(kernel.names()).filteredOn(name -> name.contains("_spout4j_frame"))
                .containsExactly("cam_spout4j_frame2");
    }

    @Test
    void anInterruptedSenderStillCounts() {
        Thread.currentThread().interrupt();
        assertThat(sender.countFrame()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }
}
