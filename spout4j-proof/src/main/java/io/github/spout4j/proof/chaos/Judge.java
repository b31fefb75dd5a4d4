package io.github.spout4j.proof.chaos;

import io.github.spout4j.proof.chaos.Intervals.Interval;
import io.github.spout4j.proof.chaos.Ledger.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says how long things took that took long, once nothing is counted for which the program itself, or a process that stood still, was to blame. */
final class Judge {
    /** A look at the directory that had to be given up is not tried again for so long, ns. */
    private static final long REFUSED_AFTER = 1_250_000_000;

    /** While a program begins, it waits for its own classes, ns. */
    private static final long WARMING = 2_000_000_000;

    /**
     * A thing that took long.
     *
     * @param span      what
     * @param own       ns beyond its patience, without the time in which its own process got none
     * @param corrected ns of these in which nobody who stood still had a lock either, nor, for calls of the directory, the machine held up
     *                  anybody who may have had one
     * @param explained whether somebody who stood still had one at the time, or shortly before
     */
    record Judged(Span span, long own, long corrected, boolean explained) {
        long raw() {
            return span.end() - span.begin() - span.patience();
        }
    }

    private final ChaosPlan plan;
    private final List<LifeRecord> lives;
    private final Intervals held;
    /** When the machine held up anybody: whoever had a lock then had it for longer. */
    private final Intervals starved;
    private final Map<Integer, Intervals> silences = new HashMap<>();
    private final Map<Kind, List<Judged>> judged = new EnumMap<>(Kind.class);

    Judge(ChaosPlan plan, List<LifeRecord> lives) {
        this.plan = plan;
        this.lives = lives;
        held = Intervals.of(lives.stream().flatMap(LifeRecord::keptFromOthers).toList());
        starved = Intervals.of(lives.stream().flatMap(LifeRecord::starved).toList());
        for (Kind kind : Kind.values()) {
            judged.put(kind, new ArrayList<>());
        }
        for (LifeRecord life : lives) {
            Intervals stalls = life.stalls();
            life.spans().stream().filter(span -> span.threw() || span.begin() - life.begun() > WARMING)
                    .forEach(span -> judged.get(span.kind()).add(judge(life, stalls, span)));
        }
    }

    List<Judged> all(Kind kind) {
        return judged.get(kind);
    }

    private Judged judge(LifeRecord life, Intervals stalls, Span span) {
        Intervals own = stalls.within(span.begin(), span.end())
                .and(life.kept(span).within(span.begin(), span.end()));
        Intervals all = own.and(held.within(span.begin(), span.end()));
        if (span.kind().needs == Kind.Needs.DIRECTORY) {
            all = all.and(starved.within(span.begin(), span.end()));
        }
        if (span.kind() == Kind.GAP) {
            all = all.and(silence(span.sender()).within(span.begin(), span.end()));
        }
        long length = span.end() - span.begin() - span.patience();
        boolean explained = span.kind() == Kind.OTHER_NAME
                ? nameKept(span)
                : held.within(span.begin() - REFUSED_AFTER, span.end()).sum() > 0;
        long lost = Math.max(span.spent(), own.sum());
        return new Judged(span, Math.max(0, length - lost), Math.max(0, length - lost - all.sum() + own.sum()),
                explained);
    }

    private boolean nameKept(Span span) {
        return lives.stream().flatMap(life -> life.standstills().stream())
                .anyMatch(standstill -> standstill.begin() < span.end() && standstill.end() > span.begin()
                        && standstill.held().keeps(plan.name(span.sender())));
    }

    /** When a sender sent nothing, since it was not there, or stood still, or was opened again. */
    private Intervals silence(int sender) {
        return silences.computeIfAbsent(sender, _ -> {
            List<Interval> silent = new ArrayList<>();
            Intervals stalls = Intervals.NONE;
            long before = Long.MIN_VALUE;
            for (LifeRecord life : lives.stream().filter(life -> life.slot() == ChaosPlan.slotOf(sender))
                    .sorted(Comparator.comparingLong(life -> life.time().begin())).toList()) {
                silent.add(new Interval(before, life.begun()));
                before = life.time().end();
                stalls = stalls.and(life.stalls());
                life.spans(Kind.SILENCE).filter(span -> span.sender() == sender)
                        .forEach(span -> silent.add(new Interval(span.begin(), span.end())));
            }
            silent.add(new Interval(before, Long.MAX_VALUE));
            return Intervals.of(silent).and(stalls);
        });
    }
}
