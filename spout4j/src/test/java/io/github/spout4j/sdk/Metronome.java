package io.github.spout4j.sdk;

/** A thread that wants to run each ms, to tell how much this machine holds threads up. */
public final class Metronome implements AutoCloseable {
    private static final long TOLERATED_NANOS = 4_000_000;

    private final long start = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().daemon().name("metronome").start(this::run);
    private volatile long heldUpNanos;
    private volatile boolean closed;

    private void run() {
        long last = System.nanoTime();
        while (!closed) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException _) {
                return;
            }
            long now = System.nanoTime();
            heldUpNanos += Math.max(0, now - last - TOLERATED_NANOS);
            last = now;
        }
    }

    /** Percent of the time since it began for which it was held up, not counting the first 4 ms each time. */
    public double heldUpPercent() {
        return 100.0 * heldUpNanos / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        closed = true;
    }
}
