package io.github.spout4j.protocol;

import java.util.concurrent.atomic.AtomicBoolean;

/** A sender's place in the directory, and its info, from {@link SenderNames#register} until closed. Thread-safe. */
public final class SenderRegistration implements AutoCloseable {
    private final SenderNames names;
    private final SenderName name;
    private final SenderInfoMap map;
    private final AtomicBoolean closed = new AtomicBoolean();

    SenderRegistration(SenderNames names, SenderName name, SenderInfoMap map) {
        this.names = names;
        this.name = name;
        this.map = map;
    }

    /** The name that the sender got. */
    public SenderName name() {
        return name;
    }

    /** Replaces the info that receivers see. */
    public void publish(SharedTextureInfo info) {
        map.publish(info);
    }

    /** Tells programs that understand it whether the sender sends nothing for now. */
    public void tellPaused(boolean paused) {
        map.tellPaused(paused);
    }

    /**
     * Lists the name again where another program has dropped it: SDK programs with a smaller MaxSenders do, those that read
     * a name beginning with a byte over 127, and those that die while they write.
     *
     * @return whether it is listed now; false where the directory is full, or the sender has ended
     */
    public boolean ensureListed() {
        return names.relist(this);
    }

    /** Takes the name off the directory and ends the info; the first listed sender becomes active where this one was. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            names.release(this, map);
        }
    }
}
