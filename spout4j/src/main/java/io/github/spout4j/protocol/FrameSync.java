package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.WaitResult;

/** An event by which one side lets the other go on (docs/protocol.md: Frame sync). */
public final class FrameSync implements AutoCloseable {
    private final NamedEvent event;

    /** Opens the event, or creates it, not signalled. */
    public FrameSync(KernelObjects objects, SenderName name) {
        event = objects.createEvent(ObjectNames.sync(name));
    }

    /** Lets one waiter go on, now or when it comes. */
    public void set() {
        event.set();
    }

    /** Waits to be let go on. */
    public WaitResult await(long timeoutMillis) {
        return event.await(timeoutMillis);
    }

    @Override
    public void close() {
        event.close();
    }
}
