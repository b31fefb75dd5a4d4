package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing adds up of what is opened and closed, here or in the daemon. The bounds leave room for what comes and goes by itself: the JVM starts
 * threads, its heap and the C library's grow by mappings, and the daemon ends things a moment later. What is left of each round would be far more.
 */
@NeedsPipeWire
class ManyTimesTest {
    private static final int WARM_UP = 20;
    private static SpoutSession session;

    @BeforeAll
    static void start() {
        session = new SpoutSession();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void sendersAndReceivers() {
        try (Spout spout = session.open()) {
            requireNothingAddsUp(1000, round -> goThrough(spout, round));
        }
    }

    private static void goThrough(Spout spout, int round) {
        NumberedFrames frames = new NumberedFrames(PixelFormat.RGBA8, 64, 48);
        try (SpoutSender sender = spout.sender(UniqueName.of("round")).size(frames.width(), frames.height()).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sender.send(frames.frame(round));
            try (SpoutFrame frame = receiver.receive(PATIENCE)
                    .orElseThrow(() -> new AssertionError("no frame in round " + round))) {
                assertThat(frames.number(frame)).isEqualTo(round);
            }
        }
    }

    @Test
    void allOfSpout() {
        requireNothingAddsUp(100, round -> {
            try (Spout spout = session.open()) {
                if (round % 2 == 0) {
                    goThrough(spout, round);
                }
            }
        });
    }

    private interface Round {
        void run(int number);
    }

    private static void requireNothingAddsUp(int rounds, Round round) {
        for (int i = 0; i < WARM_UP; i++) {
            round.run(i);
        }
        OpenResources before = OpenResources.here();
        OpenResources daemonBefore = OpenResources.of(Long.toString(session.pipewire().daemonPid()));
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            round.run(i);
        }
        System.out.println(rounds + " rounds: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        requireNoMore(before, OpenResources.here());
        requireNoMore(daemonBefore, OpenResources.of(Long.toString(session.pipewire().daemonPid())));
    }

    private static void requireNoMore(OpenResources before, OpenResources after) {
        System.out.println(before + " → " + after);
        assertThat(after.descriptors()).as("file descriptors").isLessThanOrEqualTo(before.descriptors() + 20);
        assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 10);
        assertThat(after.mappings()).as("mappings").isLessThanOrEqualTo(before.mappings() + 60);
    }
}
