package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

/** A stream of PipeWire's, as long as its {@link Daemon}. Thread-safe, but for those who call what takes {@link #address}. */
final class StreamHandle implements AutoCloseable {
    static final int INPUT = 0;
    static final int OUTPUT = 1;

    static final int STATE_ERROR = -1;
    static final int STATE_UNCONNECTED = 0;
    static final int STATE_STREAMING = 3;

    private static final int ANY = -1;
    private static final long ON_ITS_WAY_MILLIS = 200;

    private final Daemon daemon;
    private final Arena arena = Arena.ofShared();
    private final StreamEvents events;
    private final long listener;
    private long address;
    /** 0 where it shares the daemon's. */
    private long ownCore;

    private StreamHandle(Daemon daemon, String name, Map<String, String> properties, StreamEvents events,
            boolean alone) {
        this.daemon = daemon;
        this.events = events;
        listener = StreamEvents.Functions.LISTENERS.add(events);
        boolean done = false;
        if (!daemon.lock()) {
            StreamEvents.Functions.LISTENERS.remove(listener);
            throw Daemon.gone();
        }
        try {
            ownCore = alone ? daemon.newCore() : 0;
            address = LibPipeWire.streamNew(alone ? ownCore : daemon.core(), name,
                    Dictionary.newProperties(properties));
            if (address == 0) {
                throw new SpoutException("PipeWire cannot open a stream for \"" + name + "\"");
            }
            LibPipeWire.streamAddListener(address, EventTable.hook(arena), StreamEvents.Functions.TABLE,
                    listener);
            daemon.opened(this);
            done = true;
        } finally {
            if (!done) {
                endCore();
                StreamEvents.Functions.LISTENERS.remove(listener);
                arena.close();
            }
            daemon.unlock();
        }
    }

    /** One for frames that are given. */
    static StreamHandle shared(Daemon daemon, String name, Map<String, String> properties, StreamEvents events) {
        return new StreamHandle(daemon, name, properties, events, false);
    }

    /**
     * One for frames that are received, with a connection to the daemon of its own: the daemon knows memory of a connection by the number of
     * its descriptor, and takes new memory for old where two streams of one connection receive of one node.
     */
    static StreamHandle alone(Daemon daemon, String name, Map<String, String> properties, StreamEvents events) {
        return new StreamHandle(daemon, name, properties, events, true);
    }

    private void endCore() {
        if (ownCore != 0) {
            LibPipeWire.coreDisconnect(ownCore);
            ownCore = 0;
        }
    }

    /** 0 once it is closed. */
    long address() {
        return address;
    }

    /**
     * Has it connected.
     *
     * @throws SpoutException where that fails at once
     */
    void connect(int direction, int flags, List<Pod> params) {
        if (!daemon.lock()) {
            throw Daemon.gone();
        }
        try (Arena memory = Arena.ofConfined()) {
            int result = address == 0
                    ? -1
                    : LibPipeWire.streamConnect(address, direction, ANY, flags, pointers(memory, params),
                            params.size());
            if (result < 0) {
                throw new SpoutException("PipeWire cannot connect a stream (error " + -result + ")");
            }
        } finally {
            daemon.unlock();
        }
    }

    void update(List<Pod> params) {
        if (!daemon.lock()) {
            return;
        }
        try (Arena memory = Arena.ofConfined()) {
            if (address != 0) {
                LibPipeWire.streamUpdateParams(address, pointers(memory, params), params.size());
            }
        } finally {
            daemon.unlock();
        }
    }

    void update(Map<String, String> properties) {
        if (!daemon.lock()) {
            return;
        }
        try (Arena memory = Arena.ofConfined()) {
            if (address != 0) {
                LibPipeWire.streamUpdateProperties(address, Dictionary.allocate(memory, properties));
            }
        } finally {
            daemon.unlock();
        }
    }

    /** Has frames that were queued go to whoever receives them. */
    void trigger() {
        if (!daemon.lock()) {
            return;
        }
        try {
            if (address != 0) {
                LibPipeWire.streamTriggerProcess(address);
            }
        } finally {
            daemon.unlock();
        }
    }

    /** Its node; -1 while there is none. */
    int nodeId() {
        if (!daemon.lock()) {
            return -1;
        }
        try {
            return address == 0 ? -1 : LibPipeWire.streamGetNodeId(address);
        } finally {
            daemon.unlock();
        }
    }

    private static MemorySegment pointers(Arena arena, List<Pod> params) {
        MemorySegment pointers = arena.allocate(ValueLayout.JAVA_LONG, params.size());
        for (int i = 0; i < params.size(); i++) {
            pointers.setAtIndex(ValueLayout.JAVA_LONG, i, params.get(i).allocate(arena).address());
        }
        return pointers;
    }

    /**
     * As {@link #close}, after what the daemon has on its way was heard: descriptors that come for a stream that is no more are never closed.
     * Not on PipeWire's threads.
     */
    void closeAfterWhatIsOnItsWay() {
        daemon.sync(ON_ITS_WAY_MILLIS);
        close();
    }

    /** Its events hear of the end of their buffers, on this thread. Idempotent. */
    @Override
    public void close() {
        if (!daemon.lock()) {
            return;
        }
        try {
            if (address != 0) {
                events.closing();
                LibPipeWire.streamDestroy(address);
                address = 0;
                endCore();
                daemon.ended(this);
                StreamEvents.Functions.LISTENERS.remove(listener);
                arena.close();
            }
        } finally {
            daemon.unlock();
        }
    }
}
