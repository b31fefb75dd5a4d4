package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.testing.LockHolder;
import io.github.spout4j.testing.TestSystem;

/** Frames that are written in place. */
@Tag("pipewire")
class NextFrameTest {
    private static void write(SpoutFrame frame, int number) {
        byte[] pixels = Pattern.bytes(number, frame.width(), frame.height(), frame.format());
        frame.pixels().copyFrom(
                MemorySegment.ofArray(Pattern.spread(pixels, frame.width(), (int) frame.rowPitch(), (byte) 0)));
    }

    @Test
    void whatIsWrittenArrives() {
        for (PixelFormat format : EngineUnderTest.FORMATS) {
            for (var size : EngineUnderTest.SMALL_SIZES) {
                try (Pair pair = Pair.open(size.width(), size.height(), format)) {
                    for (int number = 1; number <= 3; number++) {
                        try (SpoutFrame frame = pair.sender().nextFrame()) {
                            assertThat(frame.width()).isEqualTo(size.width());
                            assertThat(frame.height()).isEqualTo(size.height());
                            assertThat(frame.rowPitch()).isGreaterThanOrEqualTo(size.width() * 4L);
                            assertThat(frame.number()).isEqualTo(number);
                            write(frame, number);
                        }
                        assertThat(Pattern.requireReceived(pair.receiver(), number, size.width(), size.height()))
                                .isEqualTo(number);
                    }
                }
            }
        }
    }

    @Test
    void nothingOfItIsReceivedBeforeItIsClosed() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.sendThrough(1);
            SpoutFrame frame = pair.sender().nextFrame();
            frame.pixels().fill((byte) 0x55);
            if (EngineUnderTest.keepsTheFrameBefore()) {
                assertThat(Pattern.requireReceived(pair.receiver(), 1, 4, 4)).as("the frame before").isEqualTo(1);
            }
            assertThat(Threads.start(() -> pair.receiver().receive(SHORT)).get()).isEmpty();
            var waiting = Threads.start(() -> Pattern.requireReceived(pair.receiver(), 2, 4, 4));
            write(frame, 2);
            frame.close();
            assertThat(waiting.get()).isEqualTo(2);
            frame.close();
            assertThat(pair.sender().frameCount()).isEqualTo(2);
            assertThatIllegalStateException().isThrownBy(frame::pixels);
        }
    }

    @Test
    void whatIsDiscardedNobodySees() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.sendThrough(1);
            SpoutFrame frame = pair.sender().nextFrame();
            frame.pixels().fill((byte) 0x55);
            frame.discard();
            frame.close();
            assertThatIllegalStateException().isThrownBy(frame::pixels);
            if (EngineUnderTest.keepsTheFrameBefore()) {
                assertThat(Pattern.requireReceived(pair.receiver(), 1, 4, 4)).as("the frame before").isEqualTo(1);
            }
            assertThat(pair.receiver().receive(SHORT)).isEmpty();
            assertThat(pair.sender().frameCount()).isEqualTo(1);
            pair.send(2);
            assertThat(Pattern.requireReceived(pair.receiver(), 2, 4, 4)).isEqualTo(2);
        }
    }

    @Test
    void itBelongsToItsThread() {
        try (Pair pair = Pair.open(4, 4)) {
            SpoutFrame frame = pair.sender().nextFrame();
            assertThat(Threads.start(() -> {
                frame.close();
                return "closed";
            }).failure()).isInstanceOf(IllegalStateException.class).hasMessageContaining("thread");
            assertThatIllegalStateException().isThrownBy(pair.sender()::nextFrame).withMessageContaining("nextFrame");
            assertThatIllegalStateException().isThrownBy(() -> pair.send(9));
            write(frame, 1);
            frame.close();
            assertThat(Pattern.requireReceived(pair.receiver(), 1, 4, 4)).isEqualTo(1);
        }
    }

    @Test
    void othersThatSendWaitForIt() {
        try (Pair pair = Pair.open(4, 4)) {
            SpoutFrame frame = pair.sender().nextFrame();
            var other = Threads.start(() -> pair.send(2));
            io.github.spout4j.testing.Await.untilWaiting(other.thread());
            write(frame, 1);
            frame.close();
            assertThat(other.get()).isTrue();
            pair.settle();
            assertThat(Pattern.requireReceived(pair.receiver(), 2, 4, 4)).isEqualTo(2);
        }
    }

    @Test
    void aReaderOfMemoryShareThatHoldsTheFrameTooLongIsAnError() {
        assumeFalse(EngineUnderTest.keepsTheFrameBefore(),
                "readers of textures read a copy, those of a ring a slot of their own: they hold nobody up");
        try (Pair pair = Pair.open(4, 4)) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            pair.send(1);
            var reader = Threads.start(() -> pair.receiver().receive(PATIENCE, _ -> {
                reading.countDown();
                ClosingTest.awaitQuietly(done);
            }));
            ClosingTest.awaitQuietly(reading);
            assertThatExceptionOfType(SpoutException.class).isThrownBy(pair.sender()::nextFrame)
                    .withMessageContaining(pair.sender().name());
            assertThat(pair.send(2)).as("dropped").isFalse();
            done.countDown();
            reader.get();
            assertThat(pair.send(3)).isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 3, 4, 4)).isEqualTo(2);
        }
    }

    @Test
    void aReaderHoldsNobodyUp() {
        assumeTrue(EngineUnderTest.keepsTheFrameBefore(), "a reader of the memory share of 2.006 holds the sender up");
        try (Pair pair = Pair.open(4, 4); SpoutReceiver other = pair.spout().receiver(pair.sender().name()).open()) {
            pair.send(1);
            Pattern.requireReceived(other, 1, 4, 4);
            assertThat(pair.receiver().receive(PATIENCE, held -> {
                for (int number = 2; number <= 20; number++) {
                    int now = number;
                    assertThat(Threads.start(() -> pair.send(now)).get()).isTrue();
                    assertThat(Pattern.requireReceived(other, number, 4, 4)).isEqualTo(number);
                }
                Pattern.requireSame(held, 1, 4, 4);
            })).isTrue();
            assertThat(Pattern.requireReceived(pair.receiver(), 20, 4, 4)).isEqualTo(20);
        }
    }

    @Test
    void aProgramThatHoldsTheLockTooLongIsAnError() {
        assumeFalse(EngineUnderTest.lends(), "neither a ring nor PipeWire has a lock");
        try (Pair pair = Pair.open(4, 4)) {
            pair.sendThrough(1);
            Pattern.requireReceived(pair.receiver(), 1, 4, 4);
            String name = pair.sender().name();
            String lock = name + (EngineUnderTest.sharesTextures() ? "_SpoutAccessMutex" : "_map_mutex");
            int number = 1;
            try (LockHolder holder = LockHolder.of(TestSystem.open().objects(), lock)) {
                assertThat(holder.result()).isEqualTo(WaitResult.SIGNALLED);
                while (pair.send(number + 1)) {
                    number++;
                    assertThat(number).as("frames of which two may be on their way").isLessThanOrEqualTo(3);
                }
                assertThatExceptionOfType(SpoutException.class).isThrownBy(pair.sender()::nextFrame)
                        .withMessageContaining(name);
                assertThat(pair.receiver().receive(SHORT)).as("nothing was counted").isEmpty();
            }
            assertThat(pair.send(9)).isTrue();
            pair.settle();
            assertThat(Pattern.requireReceived(pair.receiver(), 9, 4, 4)).isEqualTo(number + 1);
        }
    }

    @Test
    void closingTheSenderOnTheSameThreadGivesItUp() {
        try (Pair pair = Pair.open(4, 4)) {
            pair.send(1);
            String name = pair.sender().name();
            try (SpoutFrame frame = pair.sender().nextFrame()) {
                frame.pixels().fill((byte) 9);
                pair.sender().close();
                assertThatIllegalStateException().isThrownBy(frame::pixels);
            }
            assertThat(pair.receiver().receive(SHORT)).isEmpty();
            reopened(pair, name);
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void closingTheSenderOnAnotherThreadEndsBeforeTheFrameAndHarmsNobody() {
        try (Pair pair = Pair.open(4, 4)) {
            String name = pair.sender().name();
            CountDownLatch open = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            var writer = Threads.start(() -> {
                try (SpoutFrame frame = pair.sender().nextFrame()) {
                    open.countDown();
                    frame.pixels().fill((byte) 9);
                    ClosingTest.awaitQuietly(closed);
                    frame.pixels().fill((byte) 10);
                }
                return "written";
            });
            ClosingTest.awaitQuietly(open);
            pair.sender().close();
            assertThat(pair.spout().senders().find(name)).isEmpty();
            closed.countDown();
            assertThat(writer.get()).isEqualTo("written");
            assertThat(pair.receiver().receive(SHORT)).isEmpty();
            reopened(pair, name);
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    private static void reopened(Pair pair, String name) {
        try (SpoutSender again = pair.spout().sender(name).size(4, 4).open();
                SpoutReceiver other = pair.spout().receiver(name).open()) {
            assertThat(again.name()).isEqualTo(name);
            assertThat(Threads.start(() -> again.send(Pattern.argb(7, 4, 4))).get()).isTrue();
            Pattern.requireReceived(pair.receiver(), 7, 4, 4);
            Pattern.requireReceived(other, 7, 4, 4);
        }
    }
}
