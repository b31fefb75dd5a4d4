package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Senders' frames a second, from how far their frame counts went between two looks. */
final class FrameRates {
    private final Map<String, Long> counts = new HashMap<>();
    private Map<String, Double> rates = Map.of();
    private long looked;

    /** Takes note of the counts now; rates are those since the look before. */
    void look(List<SenderInfo> senders) {
        long now = System.nanoTime();
        double seconds = (now - looked) / 1e9;
        Map<String, Double> fresh = new HashMap<>();
        for (SenderInfo sender : senders) {
            Long before = counts.get(sender.name());
            if (before != null && sender.frame() > 0 && sender.frame() >= before) {
                fresh.put(sender.name(), (sender.frame() - before) / seconds);
            }
        }
        rates = fresh;
        looked = now;
        counts.clear();
        senders.forEach(sender -> counts.put(sender.name(), sender.frame()));
    }

    /** Frames a second (Hz); NaN where it is not known. */
    double of(SenderInfo sender) {
        return rates.getOrDefault(sender.name(), Double.NaN);
    }
}
