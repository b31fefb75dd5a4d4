package io.github.spout4j.cli;

import java.time.Duration;

/** Waits; ends early when the thread is interrupted, whose interrupt status stays set. */
public final class Pause {
    private Pause() {}

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
