package io.github.spout4j.benchmarks;

/** What is done before something is measured: so many frames that the compiler has done its work, or for so long. */
final class Warming {
    private static final long FRAMES = 100_000;
    private static final long NANOS = 3_000_000_000L;

    private Warming() {}

    /** @param frames how many each run has */
    static void up(int frames, Runnable run) {
        long start = System.nanoTime();
        for (long done = 0; done < FRAMES && System.nanoTime() - start < NANOS; done += frames) {
            run.run();
        }
    }
}
