package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** Ends: in any order, from any thread, while others wait; and waits that end. */
@Tag("pipewire")
class ClosingTest {
    @Test
    void closedObjectsSaySo() {
        Spout spout = EngineUnderTest.open();
        SpoutSender sender = spout.sender(UniqueName.of("closed")).size(2, 2).open();
        SpoutReceiver receiver = spout.receiver(sender.name()).open();
        var senders = spout.senders();
        for (int times = 0; times < 2; times++) {
            receiver.close();
            sender.close();
        }
        refused(() -> sender.send(new int[4]));
        refused(() -> sender.send(new byte[16]));
        refused(sender::nextFrame);
        refused(() -> sender.resize(3, 3));
        refused(() -> sender.holdFps(10));
        refused(() -> sender.rename("x"));
        refused(sender::pause);
        refused(sender::resume);
        refused(() -> receiver.receive(Duration.ZERO));
        refused(() -> receiver.receive(Duration.ZERO, _ -> {}));
        refused(() -> receiver.receiveInto(MemorySegment.ofArray(new byte[16]), PixelLayout.RGBA, Duration.ZERO));
        refused(() -> receiver.listen(_ -> {}));
        refused(receiver::info);
        refused(() -> receiver.awaitSender(PATIENCE));
        for (int times = 0; times < 2; times++) {
            spout.close();
        }
        refused(() -> spout.sender("x").size(1, 1).open());
        refused(() -> spout.receiver("x").open());
        refused(() -> spout.receiver().open());
        refused(spout::senders);
        refused(spout::settings);
        refused(spout::diagnose);
        refused(() -> spout.createMemoryBuffer("x", 1));
        refused(() -> spout.openMemoryBuffer("x"));
        refused(() -> spout.frameSync("x"));
        refused(senders::list);
        refused(() -> senders.find("x"));
    }

    @Test
    void closedDataAndSyncSaySo() {
        assumeTrue(EngineUnderTest.hasData(), "PipeWire has neither memory buffers nor frame sync");
        try (Spout spout = EngineUnderTest.open()) {
            MemoryBuffer data = spout.createMemoryBuffer(UniqueName.of("data"), 10);
            FrameSync sync = spout.frameSync(UniqueName.of("sync"));
            for (int times = 0; times < 2; times++) {
                data.close();
                sync.close();
            }
            refused(data::read);
            refused(() -> data.write(new byte[1]));
            refused(sync::signal);
            refused(() -> sync.await(Duration.ZERO));
        }
    }

    private static void refused(ThrowingCallable call) {
        assertThatIllegalStateException().isThrownBy(call).withMessageContaining("closed");
    }

    @Test
    void nothingIsLeftWhateverTheOrder() {
        for (int order = 0; order < 6; order++) {
            Spout spout = EngineUnderTest.open();
            SpoutSender sender = spout.sender(UniqueName.of("order")).size(4, 4).open();
            SpoutReceiver receiver = spout.receiver(sender.name()).open();
            SpoutReceiver waiting = spout.receiver(UniqueName.of("nobody")).open();
            List<AutoCloseable> data = EngineUnderTest.hasData()
                    ? List.of(spout.createMemoryBuffer(UniqueName.of("data"), 10),
                            spout.frameSync(UniqueName.of("sync")))
                    : List.of();
            sender.send(new int[16]);
            SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow();
            waiting.receive(Duration.ZERO);
            List<AutoCloseable> all = new ArrayList<>(List.of(sender, receiver, frame, waiting));
            all.addAll(data);
            all.add(spout);
            java.util.Collections.rotate(all, order);
            all.forEach(object -> {
                try {
                    object.close();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(EngineUnderTest.leftovers()).as("order " + order).isEmpty();
        }
    }

    @Test
    void spoutClosesEverything() {
        try (Spout other = EngineUnderTest.open()) {
            Spout spout = EngineUnderTest.open();
            SpoutSender sender = spout.sender(UniqueName.of("all")).size(4, 4).open();
            SpoutReceiver receiver = spout.receiver(sender.name()).open();
            var waiting = Threads.start(() -> receiver.receive(Duration.ofDays(1)));
            Await.untilWaiting(waiting.thread());
            spout.close();
            assertThat(waiting.failure()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            assertThat(other.senders().find(sender.name())).isEmpty();
            refused(() -> sender.send(new int[16]));
            refused(() -> receiver.receive(Duration.ZERO));
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void aWaitEndsWhenItsReceiverIsClosed() {
        try (Pair pair = Pair.open(4, 4)) {
            SpoutReceiver senderless = pair.spout().receiver(UniqueName.of("nobody")).open();
            List<Threads.Call<?>> waits = List.of(Threads.start(() -> pair.receiver().receive(Duration.ofDays(9999))),
                    Threads.start(() -> senderless.receive(Duration.ofSeconds(Long.MAX_VALUE))),
                    Threads.start(() -> senderless.awaitSender(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))));
            waits.forEach(wait -> Await.untilWaiting(wait.thread()));
            pair.receiver().close();
            senderless.close();
            waits.forEach(wait -> assertThat(wait.failure()).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed"));
        }
    }

    @Test
    void aWaitForTheNextFramesTimeEndsWhenItsSenderIsClosed() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.sender().holdFps(0.001);
            var wait = Threads.start(() -> {
                pair.sender().holdFps(0.001);
                return "over";
            });
            Await.untilWaiting(wait.thread());
            pair.sender().close();
            assertThat(wait.get()).isEqualTo("over");
        }
    }

    @Test
    void aWaitEndsWhenItsThreadIsInterrupted() {
        try (Pair pair = Pair.open(4, 4)) {
            SpoutReceiver senderless = pair.spout().receiver(UniqueName.of("nobody")).open();
            List<Threads.Call<Boolean>> waits = new ArrayList<>(List.of(
                    Threads.start(() -> pair.receiver().receive(Duration.ofDays(1)).isEmpty() && Thread.interrupted()),
                    Threads.start(() -> !pair.receiver().receive(Duration.ofDays(1), _ -> {}) && Thread.interrupted()),
                    Threads.start(() -> senderless.receive(Duration.ofDays(1)).isEmpty() && Thread.interrupted()),
                    Threads.start(() -> senderless.awaitSender(Duration.ofDays(1)).isEmpty() && Thread.interrupted()),
                    Threads.start(() -> {
                        pair.sender().holdFps(0.001);
                        pair.sender().holdFps(0.001);
                        return Thread.interrupted();
                    })));
            if (EngineUnderTest.hasData()) {
                FrameSync sync = pair.spout().frameSync(UniqueName.of("sync"));
                waits.add(Threads.start(() -> !sync.await(Duration.ofDays(1)) && Thread.interrupted()));
            }
            for (Threads.Call<Boolean> wait : waits) {
                Await.untilWaiting(wait.thread());
            }
            // the two that share a receiver wait for each other
            for (Threads.Call<Boolean> wait : waits.reversed()) {
                wait.thread().interrupt();
                assertThat(wait.get()).as("interrupt status after the wait").isTrue();
            }
            pair.send(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, 4, 4)).isEqualTo(1);
        }
    }

    @Test
    void anInterruptedThreadStillSendsAndReceivesWhatIsThere() {
        try (Pair pair = Pair.open(4, 4)) {
            if (!EngineUnderTest.counts()) { // nobody can tell when a frame is there, least of all the first
                pair.send(1);
                Pattern.requireReceived(pair.receiver(), 1, 4, 4);
            }
            Thread.currentThread().interrupt();
            assertThat(pair.sendThrough(2)).isTrue();
            Optional<SpoutFrame> frame = pair.receiver().receive(Duration.ZERO);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (frame.isEmpty() && !EngineUnderTest.counts() && System.nanoTime() - end < 0) {
                frame = pair.receiver().receive(Duration.ZERO);
            }
            frame.orElseThrow().close();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void timeoutsAreKept() {
        try (Pair pair = Pair.open(4, 4)) {
            SpoutReceiver senderless = pair.spout().receiver(UniqueName.of("nobody")).open();
            for (SpoutReceiver receiver : List.of(pair.receiver(), senderless)) {
                for (int millis : new int[]{-5, 0, 120}) {
                    long start = System.nanoTime();
                    assertThat(receiver.receive(Duration.ofMillis(millis))).isEmpty();
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(millis - 2),
                            PATIENCE);
                }
            }
            assertThat(senderless.awaitSender(Duration.ofMillis(-1))).isEmpty();
        }
    }

    @Test
    void timeoutsAreKeptThoughAnotherThreadReceives() {
        try (Pair pair = Pair.open(4, 4)) {
            var waiting = Threads.start(() -> pair.receiver().receive(Duration.ofDays(1)));
            Await.untilWaiting(waiting.thread());
            for (int millis : new int[]{0, 100}) {
                long start = System.nanoTime();
                assertThat(pair.receiver().receive(Duration.ofMillis(millis))).isEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            }
            pair.send(1);
            waiting.get().orElseThrow().close();
        }
    }

    @Test
    void closingFromWithinAReaderEndsAfterTheReader() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.send(1);
            assertThat(pair.receiver().receive(PATIENCE, frame -> {
                pair.receiver().close();
                Pattern.requireSame(frame, 1, 4, 4);
            })).isTrue();
            refused(() -> pair.receiver().receive(Duration.ZERO));
            assertThat(pair.send(2)).isTrue();
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void closingWhileAReaderHoldsAFrameEndsBeforeTheReader() {
        try (Pair pair = Pair.open(4, 4)) {
            CountDownLatch done = new CountDownLatch(1);
            CountDownLatch reading = new CountDownLatch(1);
            pair.send(1);
            var reader = Threads.start(() -> pair.receiver().receive(PATIENCE, frame -> {
                reading.countDown();
                awaitQuietly(done);
                Pattern.requireSame(frame, 1, 4, 4);
            }));
            awaitQuietly(reading);
            pair.receiver().close();
            done.countDown();
            assertThat(reader.get()).isTrue();
            assertThat(pair.send(2)).isTrue();
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closingASenderWhileOthersSendIsHarmless() {
        for (int round = 0; round < 5; round++) {
            try (Pair pair = Pair.open(64, 64)) {
                List<Threads.Call<Integer>> senders = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    senders.add(Threads.start(() -> {
                        for (int sent = 0;; sent++) {
                            pair.send(sent);
                        }
                    }));
                }
                pair.receiver().receive(PATIENCE).orElseThrow().close();
                pair.sender().close();
                senders.forEach(sender -> assertThat(sender.failure()).isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is closed"));
            }
            assertThat(EngineUnderTest.leftovers()).isEmpty();
        }
    }
}
