package io.github.spout4j.direct;

import io.github.spout4j.FrameSync;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.SenderName;
import java.time.Duration;
import java.util.function.Consumer;

/** A frame sync event, open for a user. */
final class DirectFrameSync implements FrameSync {
    private final io.github.spout4j.protocol.FrameSync event;
    private final Consumer<FrameSync> closed;

    DirectFrameSync(KernelObjects objects, SenderName name, Consumer<FrameSync> closed) {
        event = new io.github.spout4j.protocol.FrameSync(objects, name);
        this.closed = closed;
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
        closed.accept(this);
    }
}
