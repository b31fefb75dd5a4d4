package io.github.spout4j.proof.chaos;

import io.github.spout4j.proof.chaos.Intervals.Interval;
import io.github.spout4j.proof.chaos.Ledger.Count;
import io.github.spout4j.proof.chaos.Ledger.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a program that has ended.
 *
 * @param slot        where it was
 * @param time        from its start to its end
 * @param begun       when its code began
 * @param counts      by {@link Count}
 * @param spans       what took long
 * @param standstills when it was stopped, or a thread of it kept
 * @param full        whether it had more to write down
 */
record LifeRecord(int slot, Interval time, long begun, long[] counts, List<Span> spans,
        List<Life.Standstill> standstills, boolean full) {
    static LifeRecord of(Life life) {
        Ledger ledger = life.ledger();
        long begun = ledger.get(Count.BEGUN_AT);
        return new LifeRecord(life.slot, life.time(), begun == 0 ? life.time().end() : begun,
                Arrays.stream(Count.values()).mapToLong(ledger::get).toArray(), ledger.spans(life.time().end()),
                List.copyOf(life.standstills()), ledger.full());
    }

    long count(Count count) {
        return counts[count.ordinal()];
    }

    Stream<Span> spans(Kind kind) {
        return spans.stream().filter(span -> span.kind() == kind);
    }

    /** When it did not get any time, as its metronome shows, or was stopped. */
    Intervals stalls() {
        return Intervals.of(Stream.concat(
                spans(Kind.STALL).map(span -> new Interval(span.begin(), span.end())),
                standstills.stream().filter(Life.Standstill::whole).map(LifeRecord::interval)).toList());
    }

    /** When the machine gave it no time, though nobody had stopped it. */
    Stream<Interval> starved() {
        return spans(Kind.STALL).filter(span -> standstills.stream().noneMatch(stop -> stop.whole()
                && stop.begin() < span.end() && stop.end() > span.begin()))
                .map(span -> new Interval(span.begin(), span.end()));
    }

    /** When threads of it were kept that keep others of it waiting, or were in the midst of this. */
    Intervals kept(Span span) {
        return Intervals.of(standstills.stream().filter(pause -> !pause.whole())
                .filter(pause -> pause.held().any() || span.begin() <= pause.begin() && pause.begin() < span.end())
                .map(LifeRecord::interval).toList());
    }

    /** When it kept others waiting while it stood still. */
    Stream<Interval> keptFromOthers() {
        return standstills.stream().filter(standstill -> standstill.held().any()).map(LifeRecord::interval);
    }

    private static Interval interval(Life.Standstill standstill) {
        return new Interval(standstill.begin(), standstill.end());
    }
}
