package io.github.spout4j.cli;

import io.github.spout4j.Spout;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Spout, open while one command runs. Ctrl-C interrupts the command's thread, which should end soon; Spout is closed
 * in any case before the process ends, so that no name stays behind.
 */
public final class Session implements AutoCloseable {
    private static final Duration USUAL_PATIENCE = Duration.ofMillis(700);

    private final Thread worker = Thread.currentThread();
    private final Thread hook = Thread.ofPlatform().name("end").unstarted(this::stop);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Spout spout;
    private volatile boolean stopping;
    private volatile Duration patience = USUAL_PATIENCE;

    private Session(Spout spout) {
        this.spout = spout;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Opens it by the engine that the user wants. */
    public static Session open(EngineChoice engine) {
        return new Session(engine.open());
    }

    public Spout spout() {
        return spout;
    }

    /** Whether the user wants the command to end. */
    public boolean stopping() {
        return stopping;
    }

    /** For what is worth waiting for: how long the command may take to end after Ctrl-C; 0.7 s otherwise. */
    public void waitToEnd(Duration longest) {
        patience = longest;
    }

    @Override
    public void close() {
        Thread.interrupted();
        try {
            spout.close();
        } finally {
            ended.countDown();
            leaveShutdownAlone();
        }
    }

    private void stop() {
        stopping = true;
        worker.interrupt();
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                spout.close();
            }
        } catch (InterruptedException _) {
            spout.close();
        }
    }

    private void leaveShutdownAlone() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending
        }
    }
}
