package io.github.spout4j.cli.lists;

import java.time.Duration;

/** Waits; ends early when the thread is interrupted, whose interrupt status stays set. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
