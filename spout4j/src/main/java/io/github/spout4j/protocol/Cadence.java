package io.github.spout4j.protocol;

import java.util.concurrent.TimeUnit;

/**
 * When to look for a sender's next frame where nothing tells of it, or too early: follows the sender's period and phase by what
 * earlier looks saw. A look is due a little after the change is expected; and for some frames one before, so that it shows no
 * change yet and bounds the time of the change from below. All times are ns of {@link System#nanoTime()}. Allocates nothing;
 * one thread at a time.
 *
 * <p>What is learned: the time of the last change (as expected, but within its bounds), the period, and the lead, which is how
 * long before the expected change to look. A change that was there at the first look, on time, doubles the lead; two in a row, and
 * the sender is faster than was known: the period is learned anew. Of a sender that counts, it is learned how long after its
 * count the pixels change.
 */
public final class Cadence {
    private static final long SHORTEST_STEP = TimeUnit.MICROSECONDS.toNanos(500);
    /** While nobody knows the period: shorter than that of 144 Hz. */
    private static final long UNKNOWN_STEP = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_STEP = TimeUnit.MILLISECONDS.toNanos(8);
    private static final double BACK_OFF = 1.25;

    private static final long SHORTEST_LEAD = TimeUnit.MICROSECONDS.toNanos(700);
    private static final double LEAST_LEAD = 1.0 / 32;
    private static final double FIRST_LEAD = 1.0 / 4;
    private static final double MOST_LEAD = 0.6;
    /** Changes in a row that no look preceded, before the period is taken for too long. */
    private static final int UNPRECEDED_TO_BELIEVE = 2;
    private static final double LEAD_SHRINKS = 0.93;
    /** Of a steady sender one frame in so many is looked for before it is due: each look costs. */
    private static final int EARLY_EVERY = 3;
    private static final double STEADY_LEAD = 1.0 / 8;
    /** Looks in this part of the period after one another, while the change is due. */
    private static final double WIDEST_BOUNDS = 1.0 / 6;
    private static final long WIDEST_BOUNDS_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    /**
     * Some frames are followed by a look soon after: frames may come in bursts; or at one of these parts of the period, since a
     * sender that became some times as fast may show the same picture each time that a look is due.
     */
    private static final long PROBE_AFTER = TimeUnit.MILLISECONDS.toNanos(6);
    private static final double[] PROBES = {1.0 / 2, 0.3};
    private static final int PROBE_EVERY = 4;
    private static final int PROBES_AFTER_FIND = 32;
    private static final double ON_TIME = 1.0 / 8;

    private static final long SHORTEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(250);
    private static final double PERIOD_GAIN = 0.1;
    private static final double SHORTER = 0.7;
    private static final double LONGER = 1.5;
    /** The part of the period after a frame within which no other can be there, unless the period is shorter. */
    private static final double TOO_SOON = 0.25;
    /** Longer intervals in a row before the period is believed to be that long. */
    private static final int LONGER_TO_BELIEVE = 3;
    private static final int SLOWER_TO_BELIEVE = 30;

    private static final double LAG_GAIN = 0.2;
    private static final long LAG_LEAD = TimeUnit.MILLISECONDS.toNanos(1);
    /** A frame that was counted and has not come within this time is equal to the last one. */
    private static final long COUNTED_LATE = TimeUnit.MILLISECONDS.toNanos(40);
    /** Frames that were counted in a row without a change before the picture is taken to be still. */
    private static final int STILL = 8;
    private static final long LONGEST_COUNTED_STEP = TimeUnit.MICROSECONDS.toNanos(1500);
    /** When to look at a sender that counts, though it has not counted. */
    private static final long COUNTED_STEP = TimeUnit.MILLISECONDS.toNanos(50);
    /** Periods after a change, without another count, when to look again. */
    private static final double COUNTED_AFTER = 1.25;
    /** The part of the period after a count within which no other is waited for. */
    private static final double QUIET = 0.8;
    /** Frames that come uncounted in a row before the sender is one that does not count. */
    private static final int UNCOUNTED_TO_BELIEVE = 3;

    /** A sender with a shorter period is looked at again as soon as a frame was taken. */
    private static final long FAST = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double SETTLING = 1.0 / 8;
    private static final long UNKNOWN_SETTLING = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_SETTLING = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long UNKNOWN_WHOLE = TimeUnit.MILLISECONDS.toNanos(33);
    private static final double WHOLE = 0.97;
    private static final double SUBTLE_WHOLE = 0.25;

    /** Looks that showed something new: the first was there before, the second is the first change. */
    private int changes;
    private long changeAt;
    private long givenAt;
    /** The last look that showed no change since. */
    private long unchangedAt;
    private boolean preceded;
    /** Whether it was still changing at a look: it may have been more than one. */
    private boolean unsettled;
    /** Whether the last change was there at the first look: frames come as fast as they are taken, or faster. */
    private boolean rushed;
    private int unpreceded;
    private double period;
    private double lead;
    private double step = UNKNOWN_STEP;
    private long next;
    /** Whether the next look comes before the change is expected, or after it. */
    private boolean early = true;
    private int untilEarly;
    private int untilProbe;
    private int probes;
    private int probe;
    private int longer;
    private double longerSum;
    private int slower;
    private boolean counts;
    private int uncounted;
    private boolean expecting;
    private long expectedAt;
    private int unanswered;
    /** From the count to the change. */
    private double lag;
    private long wholeAt;

    /** When to look next. */
    public long nextLook() {
        return next;
    }

    /** ns from one frame to the next; 0 where that is not known. */
    public long period() {
        return (long) period;
    }

    /**
     * Whether a look now should compare all pixels, and not a sample of them: once a period.
     *
     * @param subtle whether the sample has not shown the last change: then four times a period, and always while that is not known
     */
    public boolean isWholeDue(long now, boolean subtle) {
        if (period == 0) {
            return subtle || now - wholeAt >= UNKNOWN_WHOLE;
        }
        return now - wholeAt >= period * (subtle ? SUBTLE_WHOLE : WHOLE);
    }

    /** All pixels were read. */
    public void whole(long now) {
        wholeAt = now;
    }

    /** The sender has counted a frame: its pixels are there, or will be in a moment. */
    public void expect(long now) {
        if (counts) {
            learnCounted(now - expectedAt);
        }
        unanswered = expecting ? unanswered + 1 : 0;
        counts = true;
        expecting = true;
        expectedAt = now;
        step = unanswered < STILL ? SHORTEST_STEP : longestStep();
        next = Math.min(next, now + (long) Math.max(0, lag - LAG_LEAD));
    }

    /** Until when a sender that counts steadily is not going to count again. */
    public long quietUntil() {
        return counts && !expecting ? expectedAt + (long) (period * QUIET) : 0;
    }

    private void learnCounted(long interval) {
        if (period == 0) {
            begin(interval);
        } else if (interval <= LONGEST_PERIOD) {
            period = Math.max(period + PERIOD_GAIN * (interval - period), SHORTEST_PERIOD);
        }
    }

    /** A look has shown what was there before. */
    public void unchanged(long now) {
        unchangedAt = now;
        preceded = true;
        if (counts && (!expecting || now - expectedAt > Math.max(COUNTED_LATE, 2 * period))) {
            expecting = false;
            next = now + COUNTED_STEP;
        } else if (!counts && period > 0 && now < changeAt + period) {
            next = (long) Math.max(now + bounds(), changeAt + period - lead);
        } else {
            next = now + (long) step;
            step = Math.min(step * BACK_OFF,
                    counts && unanswered < STILL ? LONGEST_COUNTED_STEP : longestStep());
        }
    }

    private double longestStep() {
        return period == 0 ? LONGEST_STEP : Math.clamp(period / 2, SHORTEST_STEP, LONGEST_STEP);
    }

    private double bounds() {
        return Math.clamp(Math.min(2 * lead, period * WIDEST_BOUNDS), SHORTEST_STEP, WIDEST_BOUNDS_NANOS);
    }

    /** A look has shown something new, which may still be changing; {@link #changed} or {@link #unsettled} follows. */
    public void appeared(long now) {
        if (period > 0 && now - givenAt < TOO_SOON * period) {
            begin(now - changeAt);
        }
    }

    /** A look has shown something new that was still changing: it is not complete before now. */
    public void unsettled(long now) {
        unchangedAt = now;
        preceded = true;
        unsettled = true;
        next = now + SHORTEST_STEP;
    }

    /** ns after which a second look tells whether what was seen has settled; 0 where the sender is too fast to be waited for. */
    public long settling() {
        if (period == 0) {
            return rushed && changes > 2 ? 0 : UNKNOWN_SETTLING;
        }
        return period < FAST ? 0 : (long) Math.min(period * SETTLING, LONGEST_SETTLING);
    }

    /**
     * A look has shown a new frame.
     *
     * @param now   when it was looked at
     * @param given when that had settled
     */
    public void changed(long now, long given) {
        givenAt = given;
        changes = Math.min(changes + 1, 3);
        if (changes <= 2 || counts) {
            changeAt = preceded ? between(unchangedAt, now) : now;
        } else {
            learn(preceded ? unchangedAt : changeAt, now);
        }
        noteCounting(now);
        rushed = !preceded;
        preceded = false;
        step = period == 0 ? UNKNOWN_STEP : bounds();
        if (counts && expecting) {
            step = SHORTEST_STEP;
            next = now + SHORTEST_STEP;
        } else if (counts) {
            // what was seen may be the frame before the one that was counted last
            next = now + (period == 0 ? COUNTED_STEP : (long) (period * COUNTED_AFTER));
        } else if (period == 0) {
            next = rushed ? now : now + UNKNOWN_STEP;
        } else if (period < FAST) {
            next = now;
        } else {
            untilEarly--;
            early = untilEarly <= 0 || probes > 0 || lead > period * STEADY_LEAD;
            if (early) {
                untilEarly = EARLY_EVERY;
            }
            next = Math.max(now + SHORTEST_STEP, (long) (changeAt + period + (early ? -lead : lead)));
            probe(now);
        }
        unsettled = false;
    }

    /** Makes the next look an early one, where frames may come between those that are expected. */
    private void probe(long now) {
        if (unsettled) {
            next = now + SHORTEST_STEP;
        }
        untilProbe--;
        if (untilProbe <= 0) {
            probes = Math.max(0, probes - 1);
            untilProbe = probes > 0 ? 1 : PROBE_EVERY;
            probe = (probe + 1) % (2 * PROBES.length);
            double after = probe % 2 == 0 ? Math.min(period / 2, PROBE_AFTER) : period * PROBES[probe / 2];
            next = Math.min(next, now + (long) after);
        }
    }

    private void noteCounting(long now) {
        if (expecting) {
            long came = preceded && unchangedAt >= expectedAt ? between(unchangedAt, now) : now - LAG_LEAD;
            lag = Math.max(0, lag + LAG_GAIN * (came - expectedAt - lag));
        }
        uncounted = expecting ? 0 : uncounted + 1;
        counts &= uncounted < UNCOUNTED_TO_BELIEVE;
        // two were counted before a change was seen: it may have been that of the first
        expecting = expecting && unanswered == 1;
        unanswered = 0;
    }

    private static long between(long earlier, long later) {
        return earlier + (later - earlier) / 2;
    }

    /** @param earliest the change was after this, and at the time of this look, {@code latest}, at the latest */
    private void learn(long earliest, long latest) {
        long middle = between(earliest, latest);
        double measured = middle - changeAt;
        boolean bounded = period == 0 ? preceded : latest - earliest <= period / 2;
        if (bounded ? isNewPeriod(measured) : isMuchTooShort(measured)) {
            changeAt = middle;
            return;
        }
        if (period == 0) {
            changeAt = middle;
            return;
        }
        double predicted = changeAt + Math.max(1, Math.rint((latest - changeAt) / period)) * period;
        double at = Math.clamp(predicted, earliest, latest);
        if (bounded) {
            unpreceded = 0;
            lead = Math.max(lead * LEAD_SHRINKS, shortestLead());
            if (measured > LONGER * period) {
                changeAt = middle;
                return;
            }
            correct(at - predicted);
        } else if (early && !preceded && latest - next <= Math.max(SHORTEST_LEAD, period * ON_TIME)) {
            unpreceded++;
            lead = Math.min(2 * lead, MOST_LEAD * period);
            correct(at - predicted);
            if (unpreceded == UNPRECEDED_TO_BELIEVE) {
                forget();
            }
        }
        changeAt = (long) at;
    }

    private void correct(double error) {
        period = Math.clamp(period + PERIOD_GAIN * error, SHORTEST_PERIOD, LONGEST_PERIOD);
    }

    private void forget() {
        period = 0;
        unpreceded = 0;
        changes = 1;
    }

    /** Whether an interval tells that the sender is faster or slower than was known; the period is set then. */
    private boolean isNewPeriod(double measured) {
        slower = 0;
        if (period == 0 || measured < SHORTER * period) {
            longer = 0;
            probes = PROBES_AFTER_FIND;
            begin(measured);
            return true;
        }
        if (measured <= LONGER * period) {
            longer = 0;
            return false;
        }
        longerSum = longer == 0 ? measured : longerSum + measured;
        longer++;
        if (longer < LONGER_TO_BELIEVE) {
            return false;
        }
        longer = 0;
        begin(longerSum / LONGER_TO_BELIEVE);
        return true;
    }

    /** Whether the sender has long been slower than was known, though no looks bound its changes closely enough to tell by how much. */
    private boolean isMuchTooShort(double measured) {
        slower = period > 0 && measured > LONGER * period ? slower + 1 : 0;
        if (slower < SLOWER_TO_BELIEVE) {
            return false;
        }
        slower = 0;
        begin(measured);
        return true;
    }

    private void begin(double newPeriod) {
        period = Math.clamp(newPeriod, SHORTEST_PERIOD, LONGEST_PERIOD);
        lead = Math.max(SHORTEST_LEAD, period * FIRST_LEAD);
    }

    private double shortestLead() {
        return Math.max(SHORTEST_LEAD, period * LEAST_LEAD);
    }
}
