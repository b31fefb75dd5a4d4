package io.github.spout4j.opengl.ways;

/** The thread of a ring. */
public final class RingThread {
    private RingThread() {}

    public static Thread start(String name, Runnable frames) {
        return Thread.ofPlatform().daemon().name("spout4j OpenGL frames of " + name).start(frames);
    }

    /** Waits until it has ended, as it was told before; interrupts don't end that. */
    public static void awaitEnd(Thread thread) {
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
