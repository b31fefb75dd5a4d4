package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Senders that are killed at any moment, from before they open to the middle of a frame, and started again at once under the
 * same name: who receives all the time sees no error, no frame that is not whole, and none of a dead one again. As many
 * rounds as {@value #ROUNDS} says; else as many as there is time for.
 */
@AcrossProcesses
class KilledAtRandomTest {
    private static final String ROUNDS = "spout.kills";
    private static final Integer WANTED = Integer.getInteger(ROUNDS);
    private static final Duration EVERYDAY = Duration.ofSeconds(15);
    private static final double LONGEST_NANOS = 400e6;
    private static final int AT_ONCE = 6;

    private final String name = UniqueName.of("killed");
    private final Random random = new Random();
    private final Queue<SpoutPeer> waiting = new ArrayDeque<>();

    @Test
    void withMemoryShare() {
        kill(Transport.MEMORY);
    }

    @Test
    @WithTextures
    void withTextures() {
        kill(Transport.TEXTURE);
    }

    private void kill(Transport transport) {
        try (Spout spout = EngineUnderTest.open();
                Watcher receiver = new Watcher(spout.receiver(name).open());
                Onlooker _ = new Onlooker(spout, name)) {
            long end = System.nanoTime() + EVERYDAY.toNanos();
            int round = 0;
            SpoutPeer sender = ready();
            try {
                while (WANTED == null ? System.nanoTime() - end < 0 && round < 100 : round < WANTED) {
                    round++;
                    sender.tell("stream", name, round, transport);
                    if (waiting.isEmpty()) {
                        start(); // while this one sends for a while
                    } else {
                        LockSupport.parkNanos((long) (LONGEST_NANOS * random.nextDouble() * random.nextDouble()));
                    }
                    SpoutPeer next = ready();
                    sender.kill();
                    sender = next;
                    receiver.requireWell();
                }
                int last = round + 1;
                assertThat(sender.ask("stream", name, last, transport)).isEqualTo(name);
                Await.until("the last sender's frames come", PATIENCE, () -> receiver.last().round() == last);
                Stamped seen = receiver.last();
                Await.until("and go on", PATIENCE, () -> receiver.last().number() > seen.number() + 20);
                System.out.println(round + " senders killed with " + transport + ", of which " + receiver.senders
                        + " had sent frames: " + receiver.frames + " in all");
                assertThat(receiver.senders).as("senders of which frames were received").isGreaterThan(round / 10);
            } finally {
                sender.close();
                waiting.forEach(SpoutPeer::close);
            }
        }
    }

    /**
     * Java takes long to start, so several at once begin before they are needed. What senders do they have never done: the
     * first time takes longest, and so has the most moments in which to be killed.
     */
    private void start() {
        List<SpoutPeer> started = Stream.generate(SpoutPeer::new).limit(AT_ONCE).toList();
        started.forEach(peer -> peer.ask("list"));
        waiting.addAll(started);
    }

    private SpoutPeer ready() {
        if (waiting.isEmpty()) {
            start();
        }
        return waiting.remove();
    }

    /** Receives all the time. */
    private static final class Watcher implements AutoCloseable {
        private final SpoutReceiver receiver;
        private final Threads.Call<Void> watching;
        private volatile boolean done;
        private volatile Stamped last = new Stamped(0, 0);
        private volatile int frames;
        private volatile int senders;

        Watcher(SpoutReceiver receiver) {
            this.receiver = receiver;
            watching = Threads.start(this::watch);
        }

        private Void watch() {
            while (!done) {
                try (SpoutFrame frame = receiver.receive(Duration.ofMillis(200)).orElse(null)) {
                    if (frame != null) {
                        see(Stamped.of(frame));
                    }
                }
            }
            return null;
        }

        private void see(Stamped frame) {
            assertThat(frame).as("the frame after " + last).isGreaterThan(last);
            frames++; // by this thread alone
            senders += frame.round() != last.round() ? 1 : 0;
            last = frame;
        }

        Stamped last() {
            requireWell();
            return last;
        }

        /** Throws what the receiver has thrown, or what was wrong with a frame. */
        void requireWell() {
            if (!watching.thread().isAlive()) {
                watching.get();
            }
        }

        @Override
        public void close() {
            done = true;
            watching.get();
            receiver.close();
        }
    }

    /** Asks all the time who is there. */
    private static final class Onlooker implements AutoCloseable {
        private final Threads.Call<Void> looking;
        private volatile boolean done;

        Onlooker(Spout spout, String name) {
            looking = Threads.start(() -> {
                try (SpoutReceiver receiver = spout.receiver(name).open()) {
                    while (!done) {
                        receiver.info();
                        receiver.awaitSender(Duration.ofMillis(3));
                        spout.senders().list();
                        spout.senders().find(name);
                        spout.senders().active();
                        LockSupport.parkNanos(2_000_000);
                    }
                }
                return null;
            });
        }

        @Override
        public void close() {
            done = true;
            looking.get();
        }
    }
}
