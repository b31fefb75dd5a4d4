package io.github.spout4j.engine;

import io.github.spout4j.FrameSync;
import io.github.spout4j.kernel.WaitResult;
import java.time.Duration;

/** A frame sync event, open for a user. */
final class SharedFrameSync implements FrameSync {
    private final io.github.spout4j.protocol.FrameSync event;
    private final Runnable ended;

    /** @param ended run when it has closed */
    SharedFrameSync(io.github.spout4j.protocol.FrameSync event, Runnable ended) {
        this.event = event;
        this.ended = ended;
    }

    @Override
    public void signal() {
        event.set();
    }

    @Override
    public boolean await(Duration timeout) {
        return event.await(Timeouts.millis(timeout)) == WaitResult.SIGNALLED;
    }

    @Override
    public void close() {
        event.close();
        ended.run();
    }
}
