package io.github.spout4j.proof.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.proof.chaos.Intervals.Interval;
import io.github.spout4j.proof.chaos.Ledger.Count;
import io.github.spout4j.proof.chaos.Ledger.Span;
import io.github.spout4j.proof.chaos.Life.Standstill;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Holdings DIRECTORY = new Holdings(true, Set.of(), Set.of());
    private static final Holdings NOTHING = new Holdings(false, Set.of(), Set.of());
    private static final Holdings NAME = new Holdings(false, Set.of(), Set.of("object.run-1.0123"));

    /** Long enough for a program to be warm at 0. */
    private static final long LONG_AGO = -60_000_000_000L;

    private static LifeRecord life(int slot, List<Span> spans, Standstill... standstills) {
        return new LifeRecord(slot, new Interval(0, 10_000), LONG_AGO, new long[Count.values().length], spans,
                List.of(standstills), false);
    }

    private static Span span(Kind kind, long begin, long end, long patience) {
        return new Span(kind, 1, begin, end, patience, 0, false);
    }

    private static Judge.Judged judged(Kind kind, LifeRecord... lives) {
        return new Judge(new ChaosPlan("run", 0), List.of(lives)).all(kind).getFirst();
    }

    @Test
    void aStallOfTheProgramItselfDoesNotCount() {
        Judge.Judged call = judged(Kind.RECEIVE,
                life(3, List.of(span(Kind.RECEIVE, 100, 1100, 50), span(Kind.STALL, 900, 1200, 0))));
        assertThat(call.raw()).isEqualTo(950);
        assertThat(call.own()).isEqualTo(750);
        assertThat(call.corrected()).isEqualTo(750);
    }

    @Test
    void aProgramThatBeginsIsNotJudged() {
        LifeRecord begun = new LifeRecord(3, new Interval(0, 10_000), 0, new long[Count.values().length],
                List.of(span(Kind.RECEIVE, 100, 1100, 50)), List.of(), false);
        assertThat(new Judge(new ChaosPlan("run", 0), List.of(begun)).all(Kind.RECEIVE)).isEmpty();
    }

    @Test
    void aStandstillCountsUnlessItHasALock() {
        LifeRecord waiting = life(3, List.of(span(Kind.LIST, 0, 1000, 0)));
        assertThat(judged(Kind.LIST, waiting, life(0, List.of(), new Standstill(200, 900, NOTHING, true))).corrected())
                .isEqualTo(1000);
        Judge.Judged behindALock = judged(Kind.LIST, waiting,
                life(0, List.of(), new Standstill(200, 900, DIRECTORY, true)));
        assertThat(behindALock.corrected()).isEqualTo(300);
        assertThat(behindALock.explained()).isTrue();
    }

    @Test
    void whatOverlapsIsTakenOffOnce() {
        assertThat(judged(Kind.LIST, life(3, List.of(span(Kind.LIST, 0, 1000, 0), span(Kind.STALL, 100, 600, 0))),
                life(0, List.of(), new Standstill(500, 800, DIRECTORY, true))).corrected()).isEqualTo(300);
    }

    @Test
    void aThreadThatIsKeptExcusesItsOwnCallAlone() {
        Standstill kept = new Standstill(200, 900, NOTHING, false);
        assertThat(judged(Kind.RECEIVE, life(3, List.of(span(Kind.RECEIVE, 100, 1000, 0)), kept)).corrected())
                .isEqualTo(200);
        assertThat(judged(Kind.RECEIVE, life(3, List.of(span(Kind.RECEIVE, 300, 1000, 0)), kept)).corrected())
                .isEqualTo(700);
    }

    @Test
    void aReceiverNeedsNoFramesWhileItsSenderSendsNone() {
        assertThat(judged(Kind.GAP, life(3, List.of(span(Kind.GAP, 0, 1000, 0))),
                life(0, List.of(span(Kind.SILENCE, 100, 800, 0)))).corrected()).isEqualTo(300);
    }

    @Test
    void anotherNameIsRightWhereTheWantedOneIsKept() {
        LifeRecord renamed = life(0, List.of(span(Kind.OTHER_NAME, 100, 200, 0)));
        assertThat(judged(Kind.OTHER_NAME, renamed, life(3, List.of(), new Standstill(0, 500, NAME, true))).explained())
                .isTrue();
        assertThat(
                judged(Kind.OTHER_NAME, renamed, life(3, List.of(), new Standstill(0, 500, DIRECTORY, true)))
                        .explained())
                .isFalse();
    }
}
