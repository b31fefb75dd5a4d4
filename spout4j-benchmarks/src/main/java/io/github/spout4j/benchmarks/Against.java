package io.github.spout4j.benchmarks;

import java.util.Arrays;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Times what nobody can do without, such as plain copies, and what is measured against it in turn, so that both meet the same
 * machine. What counts is the median of each.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Against {
    private static final int MOST = 100_000;

    private final long[] plain = new long[MOST];
    private final long[] measured = new long[MOST];
    private int count;

    @Setup(Level.Iteration)
    public void reset() {
        count = 0;
    }

    void plainCopy(FrameMemory memory, Runnable subject) {
        time(memory::copyOnce, subject);
    }

    void plainCopyOfHalves(HalfFrames memory, Runnable subject) {
        time(memory::copyOnce, subject);
    }

    void twoPlainCopies(FrameMemory memory, Runnable subject) {
        time(memory::copyTwice, subject);
    }

    void time(Runnable baseline, Runnable subject) {
        long start = System.nanoTime();
        baseline.run();
        long between = System.nanoTime();
        subject.run();
        long end = System.nanoTime();
        if (count < MOST) {
            plain[count] = between - start;
            measured[count] = end - between;
            count++;
        }
    }

    /** µs. */
    public double plainMicros() {
        return median(plain);
    }

    /** µs. */
    public double measuredMicros() {
        return median(measured);
    }

    private double median(long[] nanos) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2] / 1000.0;
    }
}
