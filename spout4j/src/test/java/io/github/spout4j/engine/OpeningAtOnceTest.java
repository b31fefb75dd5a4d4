package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many senders as the directory takes, all opened at the same time. The time that it takes is printed. */
@Tag("pipewire")
class OpeningAtOnceTest {
    /** A second is what it may take; the rest is for machines that do other things too. */
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int PROCESSES = 3;

    private final String stem = UniqueName.of("at-once");
    /** Kept, since a sender that nobody keeps is closed by the next garbage collection. */
    private final List<SpoutSender> opened = new ArrayList<>();
    private int senders;

    /** The first sender of a process finds out how pixels go, which takes long with textures. */
    @BeforeEach
    void room() {
        EngineUnderTest.transport();
        try (Spout spout = EngineUnderTest.open()) {
            senders = Math.min(64, spout.senders().maximum() - spout.senders().list().size());
        }
    }

    @Test
    void byThreads() throws Exception {
        try (Spout spout = EngineUnderTest.open()) {
            open("threads", Executors.newFixedThreadPool(senders), number -> sender(spout, number));
            requireListed(spout);
        }
    }

    @Test
    void byVirtualThreads() throws Exception {
        try (Spout spout = EngineUnderTest.open()) {
            open("virtual threads", Executors.newVirtualThreadPerTaskExecutor(), number -> sender(spout, number));
            requireListed(spout);
        }
    }

    @Test
    void bySpoutsOfTheirOwn() throws Exception {
        List<Spout> spouts = IntStream.range(0, senders).mapToObj(_ -> EngineUnderTest.open()).toList();
        try {
            open("Spouts", Executors.newFixedThreadPool(senders), number -> sender(spouts.get(number), number));
            requireListed(spouts.getFirst());
        } finally {
            spouts.forEach(Spout::close);
        }
    }

    @Test
    void underOneName() throws Exception {
        try (Spout spout = EngineUnderTest.open()) {
            open("threads, all with one name", Executors.newFixedThreadPool(senders),
                    _ -> spout.sender(stem).size(4, 4).open());
            assertThat(opened).extracting(SpoutSender::name).doesNotHaveDuplicates().contains(stem)
                    .allSatisfy(name -> assertThat(name).startsWith(stem));
        }
    }

    @Test
    void bySeveralProcesses() throws Exception {
        int each = senders / (PROCESSES + 1);
        List<SpoutPeer> peers = Stream.generate(SpoutPeer::new).limit(PROCESSES).toList();
        try (Spout spout = EngineUnderTest.open()) {
            peers.forEach(peer -> assertThat(peer.ask("many", stem + "-before-" + peer.pid(), 1)).isEqualTo("open"));
            peers.forEach(peer -> peer.ask("closeMany"));
            long start = System.nanoTime();
            peers.forEach(peer -> peer.tell("many", stem + "-" + peer.pid(), each));
            senders = each;
            open("threads, and as many by each of " + PROCESSES + " other processes",
                    Executors.newFixedThreadPool(each), number -> sender(spout, number));
            peers.forEach(peer -> assertThat(peer.reply()).isEqualTo("open"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            assertThat(listed(spout, (PROCESSES + 1) * each)).hasSize((PROCESSES + 1) * each);
        } finally {
            peers.forEach(SpoutPeer::close);
        }
    }

    private SpoutSender sender(Spout spout, int number) {
        return spout.sender(stem + "-" + number).size(64, 64).format(PixelFormat.BGRA8).open();
    }

    private void requireListed(Spout spout) {
        assertThat(listed(spout, senders))
                .contains(IntStream.range(0, senders).mapToObj(number -> stem + "-" + number).toArray(String[]::new));
    }

    /** Those of this test. A list of PipeWire's waits a second for the daemon, which has much to say here. */
    private List<String> listed(Spout spout, int wanted) {
        if (!EngineUnderTest.counts()) {
            Await.until("all are listed", EngineUnderTest.PATIENCE, () -> names(spout).size() >= wanted);
        }
        return names(spout);
    }

    private List<String> names(Spout spout) {
        return spout.senders().list().stream().map(SenderInfo::name).filter(name -> name.startsWith(stem)).toList();
    }

    private interface Opening {
        SpoutSender open(int number);
    }

    private void open(String who, ExecutorService threads, Opening opening) throws Exception {
        try (threads) {
            CountDownLatch ready = new CountDownLatch(senders);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<SpoutSender>> opens = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                int number = i;
                Callable<SpoutSender> open = () -> {
                    ready.countDown();
                    go.await();
                    return opening.open(number);
                };
                opens.add(threads.submit(open));
            }
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            for (Future<SpoutSender> open : opens) {
                opened.add(open.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(senders + " senders opened at once by " + who + ", " + EngineUnderTest.transport() + ": "
                    + took.toMillis() + " ms");
            assertThat(took).isLessThan(BOUND);
        }
    }
}
