package io.github.spout4j.media;

/**
 * Which place in a film of constant rate a frame has, by the time when it came. Frames may be early or late by one place before any is left out or
 * repeated, so that a sender of the film's own rate keeps each. Of one thread.
 */
final class ConstantRate {
    private final Rate rate;
    private long began;
    private long next;

    ConstantRate(Rate rate) {
        this.rate = rate;
    }

    Rate rate() {
        return rate;
    }

    /** Begins with a frame that came at that time, in ns, and is to be taken next. */
    void begin(long now) {
        began = now;
        next = 0;
    }

    /** How many places come before the next frame, to be filled with the one before it; -1 where it came too early, and is to be left out. */
    long missing(long now) {
        double late = places(now) - next;
        return late < -1 ? -1 : (long) Math.max(0, Math.floor(late));
    }

    /** Takes note that so many places were filled. */
    void filled(long places) {
        next += places;
    }

    /** Gives up the places that could not be filled, but those of the last so many seconds. */
    long giveUp(long now, double seconds) {
        long lost = (long) (places(now) - next - seconds * rate.hz());
        if (lost <= 0) {
            return 0;
        }
        began += rate.nanosOf(lost);
        return lost;
    }

    /** How long to wait for a frame, in ns, before its place is overdue; 0 where it is. */
    long patience(long now) {
        return Math.max(0, began + rate.nanosOf(next + 1) - now);
    }

    private double places(long now) {
        return (now - began) / 1e9 * rate.hz();
    }
}
