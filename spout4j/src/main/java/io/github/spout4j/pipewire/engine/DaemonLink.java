package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.pipewire.Daemon;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The daemon, whichever it is at the time: one that goes is told of once and looked for until there is one again. Thread-safe.
 */
final class DaemonLink implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Watch watch;
    private volatile Daemon daemon;
    private boolean told;
    private volatile boolean open = true;
    private long lookedAt;

    /** @throws SpoutException where there is none now */
    DaemonLink(Watch watch) {
        this.watch = watch;
        daemon = connect();
        watch.add(this);
    }

    private static Daemon connect() {
        return Daemon.connect(System.getProperty("spout.pipewire"));
    }

    /** @throws IllegalStateException where it was closed */
    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("Spout is closed");
        }
    }

    /** That of now; empty while there is none. */
    Optional<Daemon> now() {
        Daemon current = daemon;
        return current == null || current.lost() ? Optional.empty() : Optional.of(current);
    }

    /**
     * That of now, which is looked for where the last one has gone.
     *
     * @throws SpoutException where there is none
     */
    Daemon required() {
        Optional<Daemon> current = now();
        if (current.isEmpty()) {
            look(true);
            current = now();
        }
        return current.orElseThrow(() -> new SpoutException(
                "PipeWire has gone, and has not come back yet; start the service pipewire of your session"));
    }

    /** Looks whether the daemon is there. */
    @Override
    public void run() {
        look(false);
    }

    private synchronized void look(boolean atOnce) {
        if (!open || now().isPresent() || !atOnce && told && System.nanoTime() - lookedAt < AGAIN_NANOS) {
            return;
        }
        lookedAt = System.nanoTime();
        if (!told) {
            told = true;
            LOG.log(System.Logger.Level.WARNING, "PipeWire has gone; senders and receivers go on when it is back");
        }
        end();
        try {
            daemon = connect();
            told = false;
            LOG.log(System.Logger.Level.INFO, "PipeWire is back");
        } catch (SpoutException _) {
            // not yet
        }
    }

    private void end() {
        Daemon old = daemon;
        daemon = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        watch.remove(this);
        synchronized (this) {
            open = false;
            end();
        }
    }
}
