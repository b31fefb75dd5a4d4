package io.github.spout4j.preview;

/** Waiting for a thread's end, whatever interrupts it. */
final class Joined {
    private Joined() {}

    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
