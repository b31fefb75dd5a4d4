package io.github.spout4j.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.SenderLooks;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code spout list} sees of senders that do not count, by receivers that only play. */
class SightingsTest {
    private static final long PATIENCE_SECONDS = 60;

    private final AtomicInteger open = new AtomicInteger();

    @Test
    void thoseThatCannotBeReceivedAreLeftOut() {
        Sightings sightings = new Sightings(name -> switch (name) {
            case "unopened" -> throw new SpoutException("no adapter opens its texture");
            case "torn" -> receiver(0, () -> {
                throw new SpoutException("cannot be received");
            });
            case "silent" -> receiver(0, () -> false);
            case "still" -> receiver(0, () -> true);
            default -> receiver(29.97, () -> true);
        });
        assertThat(sightings.of(senders("unopened", "torn", "silent", "still", "moving")))
                .isEqualTo(Map.of("still", 0.0, "moving", 29.97));
        assertThat(open).as("receivers left open").hasValue(0);
    }

    @Test
    void allAreLookedAtAtTheSameTimeUpToABound() {
        CyclicBarrier together = new CyclicBarrier(SenderLooks.MOST_AT_ONCE);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Sightings sightings = new Sightings(name -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            return receiver(1, () -> {
                meet(together);
                atOnce.decrementAndGet();
                throw new SpoutException("enough");
            });
        });
        sightings.of(senders(IntStream.range(0, 2 * SenderLooks.MOST_AT_ONCE).mapToObj(Integer::toString)
                .toArray(String[]::new)));
        assertThat(most).hasValue(SenderLooks.MOST_AT_ONCE);
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        Sightings sightings = new Sightings(_ -> receiver(1, () -> true));
        Thread.currentThread().interrupt();
        assertThat(sightings.of(senders("a"))).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(open).as("receivers left open").hasValue(0);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("not all at the same time", e);
        }
    }

    private interface Look {
        boolean receive();
    }

    private SpoutReceiver receiver(double fps, Look look) {
        open.incrementAndGet();
        return (SpoutReceiver) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{SpoutReceiver.class},
                (_, method, _) -> switch (method.getName()) {
                    case "receive" -> look.receive();
                    case "fps" -> fps;
                    case "close" -> {
                        open.decrementAndGet();
                        yield null;
                    }
                    default -> throw new AssertionError(method);
                });
    }

    private static List<SenderInfo> senders(String... names) {
        return List.of(names).stream()
                .map(name -> new SenderInfo(name, 16, 9, 28, Transport.MEMORY, 0, "", 0, false, 0, false)).toList();
    }
}
