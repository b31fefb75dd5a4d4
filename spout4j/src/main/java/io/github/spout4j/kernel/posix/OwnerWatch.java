package io.github.spout4j.kernel.posix;

import java.time.Duration;

/**
 * Looks now and then for mutexes whose owner thread has ended, as nobody else tells other processes. Runs while there are
 * mutexes.
 */
final class OwnerWatch {
    private static final Duration PERIOD = Duration.ofMillis(200);

    private final Runnable look;
    private Thread thread;

    OwnerWatch(Runnable look) {
        this.look = look;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("spout4j owners of mutexes").start(this::run);
    }

    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (;;) {
                Thread.sleep(PERIOD);
                look.run();
            }
        } catch (InterruptedException _) {
            // stopped
        }
    }
}
