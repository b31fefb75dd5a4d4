package io.github.spout4j.preview;

import java.util.Optional;

/** What happened a second lately, from what has happened in all. */
final class Rates {
    private static final long SPAN = 1_000_000_000;

    private Optional<String> sender = Optional.empty();
    private boolean known;
    private long began = System.nanoTime();
    private long receivedBefore;
    private long paintedBefore;
    private long waitedBefore;
    private double received;
    private double painted;
    private double millis;

    /**
     * Looks at the counts; the rates are other ones once a second.
     *
     * @param newSender of whom frames come; for another one all begins anew
     * @param waited ns that the painted frames took until then, added up
     */
    void look(Optional<String> newSender, long newReceived, long newPainted, long waited) {
        long now = System.nanoTime();
        if (!newSender.equals(sender)) {
            sender = newSender;
            known = false;
            begin(now, newReceived, newPainted, waited);
        } else if (now - began >= SPAN) {
            double seconds = (now - began) / 1e9;
            received = (newReceived - receivedBefore) / seconds;
            painted = (newPainted - paintedBefore) / seconds;
            millis = newPainted == paintedBefore
                    ? Double.NaN
                    : (waited - waitedBefore) / 1e6 / (newPainted - paintedBefore);
            known = true;
            begin(now, newReceived, newPainted, waited);
        }
    }

    private void begin(long now, long newReceived, long newPainted, long waited) {
        began = now;
        receivedBefore = newReceived;
        paintedBefore = newPainted;
        waitedBefore = waited;
    }

    /** Whether a second has passed since this sender was first looked at; before, the rates below are another's. */
    boolean known() {
        return known;
    }

    /** Frames a second that came. */
    double received() {
        return received;
    }

    /** Frames a second that were painted. */
    double painted() {
        return painted;
    }

    /** From a frame's arrival to its being painted, the mean, in ms; NaN where none was. */
    double millis() {
        return millis;
    }
}
