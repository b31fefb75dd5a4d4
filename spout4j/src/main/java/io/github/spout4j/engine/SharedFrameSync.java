package io.github.spout4j.engine;

import io.github.spout4j.FrameSync;
import io.github.spout4j.kernel.LateErrors;
import io.github.spout4j.kernel.WaitResult;
import java.time.Duration;

/** A frame sync event, open for a user. */
final class SharedFrameSync implements FrameSync {
    private final io.github.spout4j.protocol.FrameSync event;
    private final LostMemory lost;
    private final Runnable ended;

    /** @param ended run when it has closed */
    SharedFrameSync(io.github.spout4j.protocol.FrameSync event, LostMemory lost, Runnable ended) {
        this.event = event;
        this.lost = lost;
        this.ended = ended;
    }

    @Override
    public void signal() {
        try {
            event.set();
            LateErrors.await();
        } catch (InternalError e) {
            throw lost.told(e);
        }
    }

    @Override
    public boolean await(Duration timeout) {
        long millis = Timeouts.millis(timeout);
        try {
            boolean signalled = event.await(millis) == WaitResult.SIGNALLED;
            LateErrors.await();
            return signalled;
        } catch (InternalError e) {
            throw lost.told(e);
        }
    }

    @Override
    public void close() {
        lost.run(event::close);
        ended.run();
    }
}
