package io.github.spout4j.proof.measure;

import java.util.Arrays;

/**
 * How quickly something grows, by least squares over the medians of equal stretches of time: what jumps up and down within a stretch, as a
 * heap does, is no growth, and neighbours' likeness does not make the error look smaller than it is.
 *
 * @param perHour growth
 * @param error   its standard error
 * @param level   the middle
 * @param hours   how long it was watched
 */
public record Slope(double perHour, double error, double level, double hours) {
    private static final int STRETCHES = 12;
    private static final int LEAST_STRETCHES = 4;
    private static final double SECONDS_AN_HOUR = 3600;
    /** Of Student's t for ten degrees of freedom: one in a hundred grows so by chance. */
    private static final double CERTAIN = 2.76;

    /**
     * Of values at times.
     *
     * @param seconds in order
     * @param values  as many
     * @throws IllegalArgumentException where there are too few
     */
    public static Slope of(double[] seconds, double[] values) {
        if (seconds.length != values.length || seconds.length < LEAST_STRETCHES) {
            throw new IllegalArgumentException(seconds.length + " times, " + values.length + " values");
        }
        int stretches = Math.min(STRETCHES, seconds.length);
        double[] x = new double[stretches];
        double[] y = new double[stretches];
        for (int i = 0; i < stretches; i++) {
            int from = i * seconds.length / stretches;
            int to = (i + 1) * seconds.length / stretches;
            x[i] = median(seconds, from, to) / SECONDS_AN_HOUR;
            y[i] = median(values, from, to);
        }
        double hours = (seconds[seconds.length - 1] - seconds[0]) / SECONDS_AN_HOUR;
        return fit(x, y, median(values, 0, values.length), hours);
    }

    private static Slope fit(double[] x, double[] y, double level, double hours) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double rest = 0;
        for (int i = 0; i < x.length; i++) {
            double off = y[i] - meanY - slope * (x[i] - meanX);
            rest += off * off;
        }
        return new Slope(slope, Math.sqrt(rest / (x.length - 2) / xx), level, hours);
    }

    private static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Whether it is not growing: it does not by more than chance explains, or by less than {@code grain} in all the time.
     *
     * @param grain what is no growth yet, in the values' unit
     */
    public boolean flat(double grain) {
        return perHour - CERTAIN * error <= 0 || perHour * hours <= grain;
    }
}
