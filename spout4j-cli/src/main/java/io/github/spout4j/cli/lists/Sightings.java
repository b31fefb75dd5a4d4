package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** How often senders' pictures change, as a receiver on each of them sees it; all at the same time, as far as that goes. */
final class Sightings {
    /** Each is a thread of the system, as receiving waits in calls that would hold up a virtual thread's carrier. */
    static final int MOST_AT_ONCE = 32;

    private static final Duration FIRST_PICTURE = Duration.ofSeconds(1);
    private static final Duration TIME = Duration.ofMillis(500);
    /** More, for the second of two changes where one was seen. */
    private static final Duration MORE_TIME = Duration.ofSeconds(2);
    private static final Consumer<SpoutFrame> NOT_LOOKED_AT = _ -> {};

    private final Function<String, SpoutReceiver> receivers;

    /** @param receivers opens one for a sender's name */
    Sightings(Function<String, SpoutReceiver> receivers) {
        this.receivers = receivers;
    }

    /**
     * Looks at each for half a second from its first picture on, and for up to 2 s more where one change was seen. Ends early
     * where the thread is interrupted, whose interrupt status stays set.
     *
     * @return Hz by name, 0 where the picture stood still; those are missing that could not be received
     */
    Map<String, Double> of(List<SenderInfo> senders) {
        Map<String, Double> rates = new HashMap<>();
        if (senders.isEmpty()) {
            return rates;
        }
        List<Callable<Double>> looks = senders.stream().<Callable<Double>>map(sender -> () -> look(sender)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(senders.size(), MOST_AT_ONCE))) {
            List<Future<Double>> seen = threads.invokeAll(looks);
            for (int i = 0; i < seen.size(); i++) {
                note(rates, senders.get(i), seen.get(i));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return rates;
    }

    private static void note(Map<String, Double> rates, SenderInfo sender, Future<Double> seen)
            throws InterruptedException {
        try {
            double rate = seen.get();
            if (!Double.isNaN(rate)) {
                rates.put(sender.name(), rate);
            }
        } catch (ExecutionException _) {
            // it cannot be received, which is no reason not to list it
        }
    }

    private double look(SenderInfo sender) {
        try (SpoutReceiver receiver = receivers.apply(sender.name())) {
            if (!receiver.receive(FIRST_PICTURE, NOT_LOOKED_AT)) {
                return Double.NaN;
            }
            boolean changed = false;
            long end = System.nanoTime() + TIME.toNanos();
            for (long left = TIME.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); left = end
                    - System.nanoTime()) {
                changed |= receiver.receive(Duration.ofNanos(left), NOT_LOOKED_AT);
            }
            if (changed && receiver.fps() == 0 && !receiver.receive(MORE_TIME, NOT_LOOKED_AT)) {
                return 1 / (TIME.plus(MORE_TIME).toMillis() / 1e3);
            }
            return receiver.fps();
        }
    }
}
