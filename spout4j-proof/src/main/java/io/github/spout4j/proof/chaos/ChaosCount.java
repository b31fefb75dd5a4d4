package io.github.spout4j.proof.chaos;

import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.proof.chaos.Ledger.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was done to programs, and what they did until then. */
final class ChaosCount {
    private final List<LifeRecord> lives = new ArrayList<>();
    private final Map<PausePoint, Integer> pauses = new EnumMap<>(PausePoint.class);
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> frames = new ArrayList<>();
    private int starts;
    private int kills;
    private int stops;
    private int unclean;

    /** The number of a program that is started. */
    int started() {
        return starts++;
    }

    void stopped() {
        stops++;
    }

    void paused(PausePoint point) {
        int _ = pauses.merge(point, 1, Integer::sum);
    }

    void killed(Life life) {
        kills++;
        lives.add(LifeRecord.of(life));
    }

    void ended(Life life, int code) {
        unclean += code == 0 ? 0 : 1;
        lives.add(LifeRecord.of(life));
    }

    /** Frames received until now. */
    long received(Life[] living) {
        return sum(Count.RECEIVED) + Arrays.stream(living).filter(Objects::nonNull)
                .mapToLong(life -> life.ledger().get(Count.RECEIVED)).sum();
    }

    /** Notes once a second how many frames there are; whether it did. */
    boolean look(long start, Life[] living) {
        double now = (System.nanoTime() - start) / 1e9;
        if (!seconds.isEmpty() && now - seconds.getLast() < 1) {
            return false;
        }
        seconds.add(now);
        frames.add((double) received(living));
        return true;
    }

    long sum(Count count) {
        return lives.stream().mapToLong(life -> life.count(count)).sum();
    }

    List<LifeRecord> lives() {
        return lives;
    }

    Map<PausePoint, Integer> pauses() {
        return pauses;
    }

    int kills() {
        return kills;
    }

    int stops() {
        return stops;
    }

    int starts() {
        return starts;
    }

    int unclean() {
        return unclean;
    }

    List<Double> seconds() {
        return seconds;
    }

    List<Double> frames() {
        return frames;
    }
}
