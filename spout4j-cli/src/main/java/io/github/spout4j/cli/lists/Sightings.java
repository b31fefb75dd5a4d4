package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.SenderLooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/** How often senders' pictures change, as a receiver on each of them sees it; all at the same time, as far as that goes. */
final class Sightings {
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
        SenderLooks.at(senders, this::rate, (sender, rate) -> rate.ifPresent(hertz -> rates.put(sender.name(), hertz)));
        return rates;
    }

    private OptionalDouble rate(SenderInfo sender) {
        try {
            return look(sender);
        } catch (SpoutException | IllegalArgumentException _) {
            return OptionalDouble.empty(); // it cannot be received, which is no reason not to list it
        }
    }

    private OptionalDouble look(SenderInfo sender) {
        try (SpoutReceiver receiver = receivers.apply(sender.name())) {
            if (!receiver.receive(FIRST_PICTURE, NOT_LOOKED_AT)) {
                return OptionalDouble.empty();
            }
            boolean changed = false;
            long end = System.nanoTime() + TIME.toNanos();
            for (long left = TIME.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); left = end
                    - System.nanoTime()) {
                changed |= receiver.receive(Duration.ofNanos(left), NOT_LOOKED_AT);
            }
            if (changed && receiver.fps() == 0 && !receiver.receive(MORE_TIME, NOT_LOOKED_AT)) {
                return OptionalDouble.of(1 / (TIME.plus(MORE_TIME).toMillis() / 1e3));
            }
            return OptionalDouble.of(receiver.fps());
        }
    }
}
