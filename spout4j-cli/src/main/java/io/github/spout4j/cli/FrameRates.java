package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Senders' frames a second: from how far their frame counts went between two looks; of those that do not count, what was
 * seen.
 */
public final class FrameRates {
    private final Map<String, Long> counts = new HashMap<>();
    private Map<String, Double> rates = Map.of();
    private Map<String, Double> seen = Map.of();
    private long looked;

    /** Takes note of the counts now; rates are those since the look before. */
    public void look(List<SenderInfo> senders) {
        long now = System.nanoTime();
        double seconds = (now - looked) / 1e9;
        Map<String, Double> fresh = new HashMap<>();
        for (SenderInfo sender : senders) {
            Long before = counts.get(sender.name());
            if (before != null && counts(sender) && sender.frame() >= before) {
                fresh.put(sender.name(), (sender.frame() - before) / seconds);
            }
        }
        rates = fresh;
        looked = now;
        counts.clear();
        senders.forEach(sender -> counts.put(sender.name(), sender.frame()));
    }

    /** Takes note of what was seen of senders that do not count, in Hz by name. */
    public void seen(Map<String, Double> pictureRates) {
        seen = pictureRates;
    }

    /** Whether the sender counts its frames. */
    public static boolean counts(SenderInfo sender) {
        return sender.frame() > 0;
    }

    /** Frames a second (Hz); NaN where it is not known. */
    public double of(SenderInfo sender) {
        return (counts(sender) ? rates : seen).getOrDefault(sender.name(), Double.NaN);
    }
}
