package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a cadence follows senders, by a simulated clock: every frame is seen, soon, and few looks show nothing. */
class CadenceTest {
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    /** A nap takes so much longer than it should, at most. */
    private static final double LATE_MILLIS = 0.2;
    private static final double LOOK_MILLIS = 0.2;
    private static final long START = 7_000_000_000L;

    /** What came of looking at a sender: its frames are the times at which its pixels changed. */
    private static final class Watched {
        final Cadence cadence = new Cadence();
        final List<Double> latencies = new ArrayList<>();
        final Random random = new Random(1);
        int seen;
        int missed;
        int looks;
        /** What the receiver does with a frame. */
        double workMillis;
        private double counted = -1;
        /** After how many frames the same pictures come again; 0 where none comes twice. */
        private int cycle;

        /** @param counted ms from each frame's count to its pixels; negative where frames are not counted */
        Watched countedBefore(double millis) {
            counted = millis;
            return this;
        }

        Watched cycle(int pictures) {
            cycle = pictures;
            return this;
        }

        private boolean differs(int there, int last) {
            return cycle == 0 || last < 0 ? there > last : there % cycle != last % cycle;
        }

        /** Looks while frames come; the first {@code warmUp} of them are not told of. */
        Watched watch(double[] frames, int warmUp) {
            long now = START;
            int last = -1;
            int expected = 0;
            while (now < frames[frames.length - 1]) {
                long wake = cadence.nextLook();
                if (counted >= 0 && expected < frames.length
                        && frames[expected] - counted * MILLI <= Math.max(now, wake)) {
                    now = Math.max(now, (long) (frames[expected] - counted * MILLI));
                    expected++;
                    cadence.expect(now);
                    continue;
                }
                now = Math.max(now, wake);
                now += (long) (random.nextDouble() * LATE_MILLIS * MILLI);
                int there = there(frames, now);
                boolean all = cadence.isWholeDue(now, false);
                if (all) {
                    cadence.whole(now);
                }
                if (differs(there, last)) {
                    if (last >= warmUp) {
                        seen++;
                        missed += there - last - 1;
                        latencies.add((now - frames[there]) / MILLI);
                        looks++;
                    }
                    last = there;
                    cadence.changed(now, now);
                    now += (long) (workMillis * MILLI);
                } else {
                    looks += last >= warmUp ? 1 : 0;
                    cadence.unchanged(now);
                }
                now += (long) (LOOK_MILLIS * MILLI);
            }
            return this;
        }

        private static int there(double[] frames, long now) {
            int at = Arrays.binarySearch(frames, now);
            return at >= 0 ? at : -at - 2;
        }

        void requireAll() {
            assertThat(missed).as("missed: %s", this).isZero();
            assertThat(seen).isPositive();
        }

        double latency(double part) {
            double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) (part * (sorted.length - 1))];
        }

        double looksPerFrame() {
            return (double) looks / seen;
        }

        @Override
        public String toString() {
            return String.format("%d seen, %d missed, %.2f looks a frame, latency %.2f / %.2f / %.2f ms", seen, missed,
                    looksPerFrame(), latency(0.5), latency(0.99), latency(1));
        }
    }

    private static double[] frames(double hertz, int count) {
        return frames(hertz, count, 0);
    }

    private static double[] frames(double hertz, int count, double jitterMillis) {
        Random random = new Random(2);
        double[] frames = new double[count];
        for (int i = 0; i < count; i++) {
            frames[i] = START - 3 * MILLI + i * SECOND / hertz + (2 * random.nextDouble() - 1) * jitterMillis * MILLI;
        }
        return frames;
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 50, 59.94, 60, 90, 120, 144})
    void everyFrameIsSeenSoon(double hertz) {
        Watched watched = new Watched().watch(frames(hertz, 1000), 6);
        watched.requireAll();
        assertThat(watched.cadence.period()).isCloseTo((long) (SECOND / hertz), withinPercentage(1));
        assertThat(watched.looksPerFrame()).as("looks a frame").isLessThan(2.2);
        assertThat(watched.latency(0.5)).as("latency").isLessThan(Math.max(2, SECOND / hertz / MILLI / 20));
        assertThat(watched.latency(1)).as("latency").isLessThan(SECOND / hertz / MILLI / 2);
    }

    @ParameterizedTest
    @CsvSource({"24, 8", "30, 5", "60, 1", "60, 2", "60, 4", "120, 1.5", "144, 1"})
    void jitterIsFollowed(double hertz, double jitterMillis) {
        Watched watched = new Watched().watch(frames(hertz, 1000, jitterMillis), 6);
        watched.requireAll();
        assertThat(watched.looksPerFrame()).as("looks a frame").isLessThan(5.5);
        assertThat(watched.latency(1)).as("latency").isLessThan(SECOND / hertz / MILLI * 0.6);
    }

    @ParameterizedTest
    @CsvSource({"24, 0", "60, 0", "60, 3", "60, 8", "144, 0", "144, 4"})
    void countedFramesAreSeen(double hertz, double earlyMillis) {
        Watched watched = new Watched().countedBefore(earlyMillis).watch(frames(hertz, 1000), 6);
    }

    /** A sender of two pictures in turn that became three times as fast shows the other one each time that a look is due. */
    @ParameterizedTest
    @CsvSource({"20, 60", "20, 100", "30, 60", "30, 90", "15, 60", "24, 120", "25, 50"})
    void aFasterSenderIsFoundOutThoughItsPicturesAlternate(double slow, double fast) {
        double[] frames = oneAfterTheOther(frames(slow, 100), fast, (int) (3 * fast));
        Watched watched = new Watched().cycle(2).watch(frames, 6);
        assertThat(watched.cadence.period()).isCloseTo((long) (SECOND / fast), withinPercentage(2));
        assertThat(watched.missed / fast).as("s of frames missed: %s", watched).isLessThan(1);
    }

    @Test
    void whatComesAfterAPauseIsSeen() {
        double[] frames = new double[1000];
        double at = START;
        for (int i = 0; i < frames.length; i++) {
            at += i % 42 == 41 ? 300 * MILLI + 5.3 * MILLI : SECOND / 60;
            frames[i] = at;
        }
        Watched watched = new Watched().watch(frames, 6);
        watched.requireAll();
        assertThat(watched.latency(0.5)).as("latency").isLessThan(2);
        assertThat(watched.latency(1)).as("latency").isLessThan(SECOND / 60 / MILLI / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 100})
    void burstsAreSeen(double gapMillis) {
        double[] frames = new double[999];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = START + i / 3 * gapMillis * MILLI + i % 3 * 4 * MILLI;
        }
        Watched watched = new Watched().watch(frames, 30);
        assertThat(watched.missed).as("missed: %s", watched).isLessThanOrEqualTo(frames.length / 200);
        assertThat(watched.latency(0.99)).as("latency").isLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({"30, 60", "60, 30", "24, 144", "144, 24", "60, 50", "50, 60"})
    void anotherRateIsFollowedWithinThreePeriods(double before, double after) {
        int changes = 20;
        double[] frames = new double[changes * 100];
        double at = START;
        for (int i = 0; i < frames.length; i++) {
            at += SECOND / (i % 200 < 100 ? before : after);
            frames[i] = at;
        }
        Watched watched = new Watched().watch(frames, 6);
        double faster = Math.max(before, after) / Math.min(before, after);
        assertThat(watched.missed).as("missed: %s", watched).isLessThan((int) (changes / 2 * 3 * faster));
    }

    /** A period that is too short would cost looks for as long as the sender sends. */
    @ParameterizedTest
    @CsvSource({"60, 30", "144, 24", "120, 60", "60, 50", "144, 60", "90, 25"})
    void aSlowerSenderSoonCostsNoMoreThanBefore(double fast, double slow) {
        Watched watched = new Watched().watch(oneAfterTheOther(frames(fast, 200), slow, 1000), 300);
        watched.requireAll();
        assertThat(watched.cadence.period()).isCloseTo((long) (SECOND / slow), withinPercentage(2));
        assertThat(watched.looksPerFrame()).as("looks a frame").isLessThan(2.2);
    }

    private static double[] oneAfterTheOther(double[] before, double hertz, int count) {
        double[] frames = Arrays.copyOf(before, before.length + count);
        for (int i = before.length; i < frames.length; i++) {
            frames[i] = frames[i - 1] + SECOND / hertz;
        }
        return frames;
    }

    @Test
    void aStillPictureIsLookedAtAllTheSame() {
        Watched watched = new Watched().watch(new double[]{START - 1, START + 10 * SECOND}, -1);
        assertThat(watched.looks).as("looks in 10 s").isBetween(1000, 1500);
    }

    @Test
    void aReceiverThatComesLateLosesNothingOfThePhase() {
        Watched watched = new Watched();
        watched.workMillis = 13;
        watched.watch(frames(60, 1000), 6).requireAll();
        assertThat(watched.latency(1)).as("latency").isLessThan(4);
    }

    @Test
    void allPixelsAreComparedOnceAPeriod() {
        Cadence cadence = new Cadence();
        for (int frame = 0; frame < 10; frame++) {
            cadence.expect(START + frame * 20_000_000L);
            cadence.changed(START + frame * 20_000_000L, START + frame * 20_000_000L);
        }
        long whole = START + 200_000_000L;
        cadence.whole(whole);
        assertThat(cadence.isWholeDue(whole + 18_000_000, false)).isFalse();
        assertThat(cadence.isWholeDue(whole + 20_000_000, false)).isTrue();
        assertThat(cadence.isWholeDue(whole + 4_000_000, true)).isFalse();
        assertThat(cadence.isWholeDue(whole + 6_000_000, true)).isTrue();
    }
}
