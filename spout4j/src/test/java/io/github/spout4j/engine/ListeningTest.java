package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.FrameListener;
import io.github.spout4j.LastFrame;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.Logged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that come by calls. */
@Tag("pipewire")
class ListeningTest {
    private static final int SIDE = 4;
    private static final String LOGGER = "io.github.spout4j";

    /** What a listener heard, in its order. */
    private static final class Heard implements FrameListener {
        private final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private volatile SpoutFrame kept;
        private volatile Consumer<SpoutFrame> first = _ -> {};

        @Override
        public void frame(SpoutFrame frame) {
            threads.add(Thread.currentThread());
            kept = frame;
            calls.add(frame.toImage().getRGB(0, 0, SIDE, SIDE, null, 0, SIDE));
            first.accept(frame);
        }

        @Override
        public void senderGone() {
            threads.add(Thread.currentThread());
            calls.add("gone");
        }

        @Override
        public void error(SpoutException error) {
            calls.add(error);
        }

        Object next() {
            try {
                Object call = calls.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(call).as("a call").isNotNull();
                return call;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void requireFrame(int number) {
            assertThat(next()).isEqualTo(Pattern.argb(number, SIDE, SIDE));
        }

        /** Where nobody can tell that it is there, those after the first may come before it. */
        void requireNewest(int number) {
            Object call = next();
            for (int before = 2; before < number && !EngineUnderTest.counts(); before++) {
                call = Arrays.equals((int[]) call, Pattern.argb(before, SIDE, SIDE)) ? next() : call;
            }
            assertThat(call).isEqualTo(Pattern.argb(number, SIDE, SIDE));
        }

        Thread thread() {
            assertThat(threads).hasSize(1);
            return threads.iterator().next();
        }
    }

    @Test
    void eachFrameIsHandedOverOnOneDaemonThreadAndClosedAfterwards() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            pair.receiver().listen(heard);
            for (int number = 1; number <= 20; number++) {
                pair.send(number);
                heard.requireFrame(number);
            }
            assertThat(heard.thread().isDaemon()).isTrue();
            assertThat(heard.thread()).isNotSameAs(Thread.currentThread());
            assertThat(heard.thread().isVirtual()).isFalse();
            Await.untilWaiting(heard.thread());
            assertThatIllegalStateException().isThrownBy(() -> heard.kept.pixels()).withMessageContaining("closed");
        }
    }

    @Test
    void theSenderGoesOnWhileTheListenerIsBusyWhichGetsTheNewestThen() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            heard.first = _ -> {
                begun.countDown();
                await(goOn);
            };
            pair.receiver().listen(heard);
            pair.send(1);
            await(begun);
            for (int number = 2; number <= 4; number++) {
                assertThat(pair.sendThrough(number)).isTrue();
            }
            goOn.countDown();
            heard.requireFrame(1);
            heard.requireNewest(4);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSendersEndIsToldEachTime() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            String name = pair.sender().name();
            pair.receiver().listen(heard);
            pair.send(1);
            heard.requireFrame(1);
            pair.sender().close();
            assertThat(heard.next()).isEqualTo("gone");
            try (SpoutSender next = pair.spout().sender(name).size(SIDE, SIDE).open()) {
                next.send(Pattern.argb(2, SIDE, SIDE));
                heard.requireFrame(2);
            }
            assertThat(heard.next()).isEqualTo("gone");
            assertThat(heard.threads).hasSize(1);
        }
    }

    @Test
    void aClearedFrameComesBeforeTheEnd() {
        try (Pair pair = Pair.open(SIDE, SIDE);
                SpoutReceiver clearing = pair.spout().receiver(pair.sender().name()).whenSenderGoes(LastFrame.CLEAR)
                        .open()) {
            Heard heard = new Heard();
            clearing.listen(heard);
            pair.send(1);
            heard.requireFrame(1);
            pair.sender().close();
            assertThat(heard.next()).isEqualTo(new int[SIDE * SIDE]);
            assertThat(heard.next()).isEqualTo("gone");
        }
    }

    @Test
    void aListenerThatThrowsIsLoggedAndCalledAgain() {
        try (Pair pair = Pair.open(SIDE, SIDE); Logged logged = Logged.by(LOGGER)) {
            for (boolean error : new boolean[]{false, true}) {
                Heard heard = new Heard();
                heard.first = _ -> {
                    if (error) {
                        throw new AssertionError("no way");
                    }
                    throw new IllegalStateException("no luck");
                };
                try (var _ = pair.receiver().listen(heard)) {
                    pair.send(1);
                    heard.requireFrame(1);
                    Await.until("it is logged", PATIENCE, () -> logged.lines().size() == (error ? 2 : 1));
                    heard.first = _ -> {};
                    pair.send(2);
                    heard.requireFrame(2);
                }
            }
            assertThat(logged.lines()).hasSize(2).allMatch(line -> line.contains("a listener of frames failed"));
        }
    }

    @Test
    void errorsAreToldOnceAndItGoesOn() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            List<SpoutFrame> out = new ArrayList<>();
            int most = EngineUnderTest.mostOut();
            for (int number = 1; number <= most; number++) {
                pair.send(number);
                out.add(pair.receiver().receive(PATIENCE).orElseThrow());
            }
            pair.receiver().listen(heard);
            pair.send(most + 1);
            assertThat(heard.next()).asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                    .isInstanceOf(SpoutException.class).hasMessageContaining("8 received frames");
            out.forEach(SpoutFrame::close);
            heard.requireFrame(most + 1);
            assertThat(heard.calls).as("told once").isEmpty();
        }
    }

    @Test
    void errorsThatNobodyHearsAreLogged() {
        SpoutException error = new SpoutException("no pixels");
        try (Logged logged = Logged.by(LOGGER)) {
            FrameListener deaf = _ -> {};
            deaf.error(error);
            deaf.senderGone();
            assertThat(logged.lines()).containsExactly("WARNING no frames are received: no pixels");
        }
    }

    @Test
    void noCallBeginsAfterTheSubscriptionIsClosed() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            SenderDirectory.Subscription subscription = pair.receiver().listen(heard);
            pair.send(1);
            heard.requireFrame(1);
            subscription.close();
            subscription.close();
            pair.send(2);
            Threads.join(heard.thread());
            assertThat(heard.calls).isEmpty();
            Heard next = new Heard();
            pair.receiver().listen(next);
            next.requireFrame(2);
        }
    }

    @Test
    void theListenerMayCloseItsSubscription() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            AtomicReference<SenderDirectory.Subscription> subscription = new AtomicReference<>();
            heard.first = _ -> subscription.get().close();
            subscription.set(pair.receiver().listen(heard));
            pair.send(1);
            heard.requireFrame(1);
            Threads.join(heard.thread());
            pair.send(2);
            Pattern.requireReceived(pair.receiver(), 2, SIDE, SIDE);
        }
    }

    @Test
    void theListenerMayCloseItsReceiver() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            heard.first = _ -> pair.receiver().close();
            pair.receiver().listen(heard);
            pair.send(1);
            heard.requireFrame(1);
            Threads.join(heard.thread());
            assertThatIllegalStateException().isThrownBy(() -> pair.receiver().listen(heard))
                    .withMessageContaining("closed");
        }
    }

    @Test
    void closingTheReceiverOrSpoutEndsTheCalls() {
        for (boolean all : new boolean[]{false, true}) {
            try (Pair pair = Pair.open(SIDE, SIDE)) {
                Heard heard = new Heard();
                pair.receiver().listen(heard);
                pair.send(1);
                heard.requireFrame(1);
                if (all) {
                    pair.spout().close();
                } else {
                    pair.receiver().close();
                }
                Threads.join(heard.thread());
                assertThat(heard.calls).isEmpty();
            }
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void aReceiverHasOneListener() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            try (var _ = pair.receiver().listen(_ -> {})) {
                assertThatIllegalStateException().isThrownBy(() -> pair.receiver().listen(_ -> {}))
                        .withMessageContaining("listener already");
            }
            pair.receiver().listen(_ -> {}).close();
        }
    }

    @Test
    void aListenerThatInterruptsItsThreadIsCalledAgain() {
        try (Pair pair = Pair.open(SIDE, SIDE)) {
            Heard heard = new Heard();
            heard.first = _ -> Thread.currentThread().interrupt();
            pair.receiver().listen(heard);
            for (int number = 1; number <= 3; number++) {
                pair.send(number);
                heard.requireFrame(number);
            }
        }
    }
}
