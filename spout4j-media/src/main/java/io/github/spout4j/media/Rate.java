package io.github.spout4j.media;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames a second, exactly: 29.97 is 30000/1001.
 *
 * @param numerator   above 0
 * @param denominator above 0
 */
public record Rate(int numerator, int denominator) {
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})[/:](\\d{1,9})");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,4}(\\.\\d{1,6})?");
    private static final int[] USUAL = {1, 2, 5, 8, 10, 12, 15, 16, 18, 20, 24, 25, 30, 48, 50, 60, 72, 75, 90, 100,
            120, 144,
            165, 240};
    private static final int[] NTSC_RATES = {24, 30, 48, 60, 120, 240};
    private static final int MILLIONTHS = 1_000_000;
    private static final int NTSC = 1001;
    private static final double CLOSE = 0.0003;
    private static final double MOST = 1000;

    /**
     * Checks it, and brings it to lowest terms.
     *
     * @throws IllegalArgumentException where a number is not above 0, or the rate above 1000 Hz
     */
    public Rate {
        if (numerator <= 0 || denominator <= 0 || (double) numerator / denominator > MOST) {
            throw new IllegalArgumentException(
                    numerator + "/" + denominator + " is no frame rate; it must be above 0, at most 1000");
        }
        int common = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).intValue();
        numerator /= common;
        denominator /= common;
    }

    /**
     * A whole rate.
     *
     * @param hz frames a second, 1 to 1000
     * @return the rate
     */
    public static Rate of(int hz) {
        return new Rate(hz, 1);
    }

    /**
     * The rate of a number of frames a second; what is close to n × 1000/1001 (29.97, 23.976) is just that.
     *
     * @param hz above 0, at most 1000
     * @return the rate, exact to a millionth
     * @throws IllegalArgumentException where it is not
     */
    public static Rate of(double hz) {
        if (!(hz > 0 && hz <= MOST)) {
            throw new IllegalArgumentException(hz + " is no frame rate; it must be above 0, at most 1000");
        }
        for (int usual : NTSC_RATES) {
            double ntsc = usual * 1000.0 / NTSC;
            if (Math.abs(hz - ntsc) / ntsc < CLOSE && Math.abs(hz - ntsc) < Math.abs(hz - usual)) {
                return new Rate(usual * 1000, NTSC);
            }
        }
        return new Rate(Math.max(1, (int) Math.round(hz * MILLIONTHS)), MILLIONTHS);
    }

    /**
     * Reads "25", "29.97" or "30000/1001".
     *
     * @param text what somebody wrote
     * @return the rate; empty where it is none
     */
    public static Optional<Rate> parse(String text) {
        try {
            Matcher fraction = FRACTION.matcher(text);
            if (fraction.matches()) {
                return Optional.of(new Rate(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2))));
            }
            return DECIMAL.matcher(text).matches() ? Optional.of(of(Double.parseDouble(text))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The usual rate that a measured one is nearest to. */
    static Rate usual(double hz) {
        Rate nearest = of(USUAL[0]);
        for (int usual : USUAL) {
            if (Math.abs(Math.log(hz / usual)) < Math.abs(Math.log(hz / nearest.hz()))) {
                nearest = of(usual);
            }
        }
        return nearest;
    }

    /** {@return frames a second} */
    public double hz() {
        return (double) numerator / denominator;
    }

    /** How long that many frames last, in ns. */
    long nanosOf(long frames) {
        long whole = frames / numerator;
        return whole * denominator * 1_000_000_000L
                + Math.round((double) (frames - whole * numerator) * denominator * 1e9 / numerator);
    }

    /** As ffmpeg takes it. */
    String fraction() {
        return numerator + "/" + denominator;
    }

    /** {@return at most three places, such as 29.97} */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(hz()).setScale(3, java.math.RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }
}
