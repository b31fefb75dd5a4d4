package io.github.spout4j.library.engine;

import io.github.spout4j.FrameSync;
import io.github.spout4j.engine.Timeouts;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;
import java.time.Duration;

/** A frame sync event through the DLL. An object does one thing at a time, so there is one for waiting and one for signalling. */
final class LibraryFrameSync implements FrameSync {
    /** How long an interrupt may have to wait. */
    private static final long STEP_MILLIS = 50;

    /** The two objects; closing ends a wait within a step. */
    record Objects(SpoutLibrary waiting, SpoutLibrary signalling) implements AutoCloseable {
        @Override
        public void close() {
            try (waiting; signalling) {
                // both end
            }
        }
    }

    private final Objects objects;
    private final SenderName name;
    private final Runnable ended;

    /** @param ended run when it has closed */
    LibraryFrameSync(Objects objects, SenderName name, Runnable ended) {
        this.objects = objects;
        this.name = name;
        this.ended = ended;
    }

    @Override
    public void signal() {
        objects.signalling.setFrameSync(name.text());
    }

    @Override
    public boolean await(Duration timeout) {
        long deadline = Timeouts.deadline(timeout);
        for (;;) {
            long left = Math.max(0, deadline - System.nanoTime()) / 1_000_000;
            if (objects.waiting.waitFrameSync(name.text(), (int) Math.min(left, STEP_MILLIS))) {
                return true;
            }
            if (left == 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    @Override
    public void close() {
        objects.close();
        ended.run();
    }
}
