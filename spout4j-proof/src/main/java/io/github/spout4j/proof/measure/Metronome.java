package io.github.spout4j.proof.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks to be woken every ms and notes by how much too late that is: so long the machine holds up threads that want nothing but to go on. */
public final class Metronome implements AutoCloseable {
    private static final long BEAT_NANOS = 1_000_000;
    /** Shorter ones are no news. */
    private static final long LEAST_NANOS = 5_000_000;
    private static final int KEPT = 4096;

    private final Thread thread = Thread.ofPlatform().daemon().name("metronome").unstarted(this::run);
    private final long[] begins = new long[KEPT];
    private final long[] ends = new long[KEPT];
    private int stalls;
    private volatile boolean ending;

    private Metronome() {}

    public static Metronome start() {
        Metronome metronome = new Metronome();
        metronome.thread.start();
        return metronome;
    }

    private void run() {
        long before = System.nanoTime();
        while (!ending) {
            LockSupport.parkNanos(BEAT_NANOS);
            long now = System.nanoTime();
            if (now - before - BEAT_NANOS > LEAST_NANOS) {
                note(before + BEAT_NANOS, now);
            }
            before = now;
        }
    }

    private synchronized void note(long begin, long end) {
        begins[stalls % KEPT] = begin;
        ends[stalls % KEPT] = end;
        stalls++;
    }

    /** For how much of the time between two points of {@link System#nanoTime} the machine has held this process's threads up, as far as this one shows. */
    public synchronized Duration heldUp(long from, long to) {
        long held = 0;
        for (int i = Math.max(0, stalls - KEPT); i < stalls; i++) {
            held += Math.max(0, Math.min(to, ends[i % KEPT]) - Math.max(from, begins[i % KEPT]));
        }
        return Duration.ofNanos(held);
    }

    @Override
    public void close() {
        ending = true;
    }
}
