package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static io.github.spout4j.engine.HandMadeSender.RGBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.kernel.KernelObject;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.LockHolder;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lasts a moment is waited out, what lasts 2 s is an error, and both end with their cause (docs/architecture.md). */
class LastingTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final int SIDE = 100;
    private static final long BYTES = 4 * SIDE * SIDE;

    private final Spout spout = EngineUnderTest.open();
    private final String name = UniqueName.of("lasting");
    private final HandMadeSender sender = new HandMadeSender(name);

    @AfterEach
    void close() {
        spout.close();
        sender.close();
    }

    /** What a peer can be in, for a moment or for ever. */
    private enum Ailment {
        HALF_AN_INFO("size is 100x0") {
            @Override
            KernelObject begin(HandMadeSender sender) {
                sender.info(SIDE, 0, 0);
                return sender.pixels(BYTES);
            }
        },
        A_FORMAT_THAT_NOBODY_KNOWS("it sends format 98") {
            @Override
            KernelObject begin(HandMadeSender sender) {
                sender.info(SIDE, SIDE, 98);
                return sender.pixels(BYTES);
            }
        },
        NO_PIXELS("no memory") {
            @Override
            KernelObject begin(HandMadeSender sender) {
                sender.info(SIDE, SIDE, RGBA);
                return null;
            }
        },
        TOO_FEW_PIXELS("bytes") {
            @Override
            KernelObject begin(HandMadeSender sender) {
                sender.info(SIDE, SIDE, RGBA);
                return sender.pixels(BYTES / 2);
            }
        },
        SOMETHING_ELSE_FOR_PIXELS("_map") {
            @Override
            KernelObject begin(HandMadeSender sender) {
                sender.info(SIDE, SIDE, RGBA);
                return sender.noPixels();
            }
        };

        final String message;

        Ailment(String message) {
            this.message = message;
        }

        /** Closing what this gives, if anything, makes room for pixels that are well. */
        abstract KernelObject begin(HandMadeSender sender);

        void end(HandMadeSender sender, KernelObject pixels) {
            if (pixels != null) {
                pixels.close();
            }
            sender.pixels(BYTES);
            sender.info(SIDE, SIDE, RGBA);
        }
    }

    private static void requireFrame(SpoutReceiver receiver) {
        requireFrame(receiver, 5);
    }

    private static void requireFrame(SpoutReceiver receiver, int value) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.width()).isEqualTo(SIDE);
            assertThat(frame.height()).isEqualTo(SIDE);
            Pattern.requireSame(frame.pixels(), bytes(value));
        }
    }

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[(int) BYTES];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** All at the same time, as each takes its seconds. */
    private void ofEach(Ailment[] ailments, BiConsumer<Ailment, HandMadeSender> test) {
        assertAll(Arrays.stream(ailments).map(ailment -> Threads.start(() -> {
            try (HandMadeSender ailing = new HandMadeSender(name + ailment.ordinal())) {
                test.accept(ailment, ailing);
                return ailment;
            }
        })).toList().stream().map(call -> call::get));
    }

    @Test
    @Tag("memory-share")
    void anErrorAfterTwoSecondsNotBeforeAndFramesOnceItIsOver() {
        ofEach(Ailment.values(), this::requireAnErrorAfterTwoSeconds);
    }

    /** A program that was stopped in the midst of that goes on some time. */
    @Test
    @Tag("memory-share")
    void anInfoOfZerosIsASenderThatHasNotBegun() {
        sender.info(0, 0, 0);
        KernelObject pixels = sender.pixels(BYTES);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < TWO_SECONDS.plus(SHORT).toNanos()) {
                assertThat(receiver.receive(SHORT)).isEmpty();
            }
            assertThat(receiver.info()).isEmpty();
            sender.info(SIDE, SIDE, RGBA);
            sender.frame();
            requireFrame(receiver);
        }
        pixels.close();
    }

    private void requireAnErrorAfterTwoSeconds(Ailment ailment, HandMadeSender sender) {
        KernelObject pixels = ailment.begin(sender);
        sender.frame();
        try (SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            long start = System.nanoTime();
            SpoutException error = error(receiver);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TWO_SECONDS, PATIENCE);
            assertThat(error).hasMessageContaining(sender.name()).hasMessageContaining(ailment.message);
            assertThatExceptionOfType(SpoutException.class).as("as long as it lasts")
                    .isThrownBy(() -> receiver.receive(SHORT)).withMessage(error.getMessage());
            ailment.end(sender, pixels);
            requireFrame(receiver);
        }
    }

    /** Short calls and long ones alike. */
    private static SpoutException error(SpoutReceiver receiver) {
        for (Duration timeout = SHORT;; timeout = timeout.multipliedBy(2)) {
            try {
                assertThat(receiver.receive(timeout)).isEmpty();
            } catch (SpoutException e) {
                return e;
            }
        }
    }

    @Test
    @Tag("memory-share")
    void momentsDoNotAddUp() {
        ofEach(new Ailment[]{Ailment.HALF_AN_INFO, Ailment.A_FORMAT_THAT_NOBODY_KNOWS},
                this::requireThatMomentsDoNotAddUp);
    }

    private void requireThatMomentsDoNotAddUp(Ailment ailment, HandMadeSender sender) {
        try (SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            for (int round = 1; round <= 4; round++) {
                sender.value(round);
                KernelObject pixels = ailment.begin(sender);
                sender.frame();
                long end = System.nanoTime() + Duration.ofMillis(600).toNanos();
                while (System.nanoTime() - end < 0) {
                    assertThat(receiver.receive(Duration.ofMillis(50))).isEmpty();
                }
                ailment.end(sender, pixels);
                requireFrame(receiver, round);
            }
        }
    }

    @Test
    void whoWaitsForTheSenderWaitsUntilItsInfoIsThere() {
        sender.info(0, 0, 0);
        sender.list();
        try (SpoutReceiver receiver = spout.receiver(name).open(); SpoutReceiver active = spout.receiver().open()) {
            assertThat(receiver.info()).isEmpty();
            assertThat(receiver.awaitSender(SHORT)).isEmpty();
            assertThat(active.info()).isEmpty();
            assertThat(spout.senders().list()).isEmpty();
            assertThat(spout.senders().find(name)).isEmpty();
            assertThat(spout.senders().active()).isEmpty();
            var waiting = Threads.start(() -> receiver.awaitSender(PATIENCE));
            var waitingForFrame = Threads.start(() -> active.receive(PATIENCE));
            Await.untilWaiting(waiting.thread());
            Await.untilWaiting(waitingForFrame.thread());
            sender.pixels(BYTES);
            sender.info(SIDE, SIDE, RGBA);
            sender.frame();
            assertThat(waiting.get().orElseThrow().width()).isEqualTo(SIDE);
            waitingForFrame.get().orElseThrow().close();
            assertThat(spout.senders().list()).extracting(SenderInfo::name).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_mutex", "SpoutSenderNames_mutex", "ActiveSenderName_mutex"})
    void aSenderStaysListedThoughSomebodyKeepsALock(String lock) {
        KernelObjects objects = TestSystem.open().objects();
        List<String> told = new CopyOnWriteArrayList<>();
        try (SpoutSender living = spout.sender(name).size(4, 4).open();
                SpoutReceiver receiver = spout.receiver(name).open();
                var _ = spout.senders().listen(new Told(told))) {
            assertThat(living.send(Pattern.argb(1, 4, 4))).isTrue();
            Pattern.requireReceived(receiver, 1, 4, 4);
            Await.until("the listener knows the sender", PATIENCE, () -> told.contains("added " + name));
            try (LockHolder _ = LockHolder.of(objects, lock.startsWith("_") ? name + lock : lock)) {
                long end = System.nanoTime() + TWO_SECONDS.plusMillis(300).toNanos();
                while (System.nanoTime() - end < 0) {
                    assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
                    assertThat(spout.senders().find(name)).isPresent();
                    assertThat(spout.senders().active()).isPresent();
                    assertThat(receiver.info()).isPresent();
                    assertThat(receiver.awaitSender(Duration.ZERO)).isPresent();
                    assertThat(receiver.receive(Duration.ZERO)).isEmpty();
                }
            }
            assertThat(told).doesNotContain("removed " + name);
            assertThat(living.send(Pattern.argb(2, 4, 4))).isTrue();
            Pattern.requireReceived(receiver, 2, 4, 4);
        }
    }

    private record Told(List<String> told) implements SenderListener {
        @Override
        public void added(SenderInfo sender) {
            told.add("added " + sender.name());
        }

        @Override
        public void removed(String sender) {
            told.add("removed " + sender);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SpoutSenderNames", "ActiveSenderName"})
    void somethingElseInThePlaceOfWhatAllShareIsNoErrorOfThoseWhoLook(String shared) {
        KernelObjects objects = TestSystem.open().objects();
        var foreign = objects.createEvent(shared);
        try (foreign; Spout other = EngineUnderTest.open(); SpoutReceiver receiver = other.receiver().open()) {
            assertThat(other.senders().list()).isEmpty();
            assertThat(other.senders().find(name)).isEmpty();
            assertThat(other.senders().active()).isEmpty();
            assertThat(receiver.info()).isEmpty();
            assertThat(receiver.receive(SHORT)).isEmpty();
            foreign.close();
            try (SpoutSender living = other.sender(name).size(4, 4).open()) {
                living.send(Pattern.argb(1, 4, 4));
                Pattern.requireReceived(receiver, 1, 4, 4);
            }
        }
    }
}
