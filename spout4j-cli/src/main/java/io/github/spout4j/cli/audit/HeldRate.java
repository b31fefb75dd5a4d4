package io.github.spout4j.cli.audit;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far apart HoldFps holds its calls, and so what type its parameter is of, which neither slot nor name tells. The calls carry
 * two rates: {@link #INT_HERTZ} where an int is passed, and {@link #DOUBLE_HERTZ} where a double is.
 *
 * @param millis ms from the return of one call to that of the next
 */
record HeldRate(double millis) {
    static final int INT_HERTZ = 50;
    static final double DOUBLE_HERTZ = 12.5;

    private static final String AN_INT = "an int";
    private static final String A_DOUBLE = "a double";
    private static final String NEITHER = "neither";

    private static final int CALLS = 6;
    /** Of a busy machine most calls may come late, and the one after a late one early. */
    private static final int EARLY = 1;
    private static final double LEAST_MILLIS = 5;
    private static final double INT_MOST_MILLIS = 40;
    private static final double DOUBLE_MOST_MILLIS = 160;

    /** @param call one before it has started the clock */
    static HeldRate measure(Runnable call) {
        double[] apart = new double[CALLS];
        long last = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
            long now = System.nanoTime();
            apart[i] = (now - last) / 1e6;
            last = now;
        }
        return of(apart);
    }

    /** @param apart ms between calls; most of them may be too long, and one too short */
    static HeldRate of(double... apart) {
        double[] sorted = apart.clone();
        Arrays.sort(sorted);
        return new HeldRate(sorted[EARLY]);
    }

    /** Why it is not how an int is held; empty where it is. */
    String problem() {
        return switch (taken()) {
            case AN_INT -> "";
            case A_DOUBLE ->
                String.format(Locale.ROOT, "HoldFps takes a double in this build: it held the %s Hz that were "
                        + "passed as a double, not the %d Hz passed as an int; SpoutFrames.holdFps passes an int, and does not "
                        + "hold in it", DOUBLE_HERTZ, INT_HERTZ);
            default ->
                String.format(Locale.ROOT, "HoldFps held neither the %d Hz that were passed as an int nor the %s Hz "
                        + "passed as a double", INT_HERTZ, DOUBLE_HERTZ);
        };
    }

    private String taken() {
        if (millis < LEAST_MILLIS || millis >= DOUBLE_MOST_MILLIS) {
            return NEITHER;
        }
        return millis < INT_MOST_MILLIS ? AN_INT : A_DOUBLE;
    }

    /** What it takes, and how that was told. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "takes %s: %.1f ms between calls", taken(), millis);
    }
}
