package io.github.spout4j.pipewire;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A connection to PipeWire's daemon, with two threads of PipeWire's: one that hears it, one on which frames come. It ends when the daemon
 * does; then another one has to be made. Thread-safe.
 */
public final class Daemon implements AutoCloseable {
    private static final int ADD_LISTENER = 0;
    private static final int SYNC = 2;
    private static final int GET_REGISTRY = 5;
    private static final int REGISTRY_VERSION = 3;
    private static final int EPIPE = -32;
    private static final long PATIENCE_MILLIS = 10_000;

    /** Null for the user's. */
    private final String remote;
    private final Loop loop = new Loop("spout4j PipeWire");
    private final Arena arena = Arena.ofShared();
    private final Set<StreamHandle> streams = new HashSet<>();
    private final Hearing hearing = new Hearing();
    private final long listener = CoreEvents.Functions.LISTENERS.add(hearing);
    private long context;
    private long core;
    private Nodes nodes;
    private volatile boolean lost;
    private boolean closed;

    private final class Hearing implements CoreEvents {
        private final Waiters waiters = new Waiters();
        private volatile int heard;

        @Override
        public void done(int sequence) {
            heard = sequence;
            waiters.tell();
        }

        @Override
        public void error(int id, int result, String message) {
            if (id == 0 && result == EPIPE) {
                lost = true;
                waiters.tell();
                if (nodes != null) {
                    nodes.tellWaiting();
                }
            }
        }

        boolean await(int sequence, long millis) {
            return waiters.await(() -> lost || heard - sequence >= 0, millis) && !lost;
        }
    }

    private Daemon(String remote) {
        this.remote = remote;
    }

    /**
     * Connects.
     *
     * @param remote the daemon's name or the path of its socket; null for the user's
     * @return knows all nodes
     * @throws SpoutException where there is no daemon, or it does not answer
     */
    public static Daemon connect(String remote) {
        Daemon daemon = new Daemon(remote);
        boolean done = false;
        try {
            daemon.begin();
            // once for the nodes, once for what they say of themselves
            done = daemon.sync(PATIENCE_MILLIS) && daemon.sync(PATIENCE_MILLIS);
            if (!done) {
                throw new SpoutException("PipeWire does not answer; look at the service pipewire");
            }
            return daemon;
        } finally {
            if (!done) {
                daemon.close();
            }
        }
    }

    private long newConnection() {
        Map<String, String> properties = remote == null ? Map.of() : Map.of(Properties.REMOTE_NAME, remote);
        long connection = LibPipeWire.contextConnect(context, Dictionary.newProperties(properties));
        if (connection == 0) {
            throw new SpoutException("there is no PipeWire" + (remote == null ? "" : " at " + remote)
                    + "; start the service pipewire of your session");
        }
        return connection;
    }

    /** Another connection for one stream, which ends before this; locked. */
    long newCore() {
        core();
        return newConnection();
    }

    private void begin() {
        context = LibPipeWire.contextNew(loop.address(), 0);
        if (context == 0) {
            throw new SpoutException("PipeWire's client.conf cannot be read; is PipeWire installed whole?");
        }
        loop.start();
        loop.lock();
        try {
            core = newConnection();
            SpaInterface.call(core, ADD_LISTENER, EventTable.hook(arena).address(),
                    CoreEvents.Functions.TABLE.address(), listener, 0, 0);
            nodes = new Nodes(this, SpaInterface.call(core, GET_REGISTRY, REGISTRY_VERSION, 0, 0, 0, 0));
        } finally {
            loop.unlock();
        }
    }

    /** Waits until the daemon has done what was asked of it before; false where it does not answer in time. Not on PipeWire's threads. */
    public boolean sync(long millis) {
        int sequence;
        if (!lock()) {
            return false;
        }
        try {
            if (closed || lost) {
                return false;
            }
            sequence = (int) SpaInterface.call(core, SYNC, 0, 0, 0, 0, 0);
        } finally {
            unlock();
        }
        return hearing.await(sequence, millis);
    }

    /** Whether the daemon has gone, so that this is of no use any more. */
    public boolean lost() {
        return lost;
    }

    public Nodes nodes() {
        return nodes;
    }

    /** Whether it is locked now, to be unlocked; false where this has ended. */
    boolean lock() {
        return loop.lock();
    }

    void unlock() {
        loop.unlock();
    }

    /** For streams; locked. */
    long core() {
        if (closed || lost) {
            throw gone();
        }
        return core;
    }

    static SpoutException gone() {
        return new SpoutException("PipeWire has gone; it is looked for");
    }

    /** Locked. */
    void opened(StreamHandle stream) {
        streams.add(stream);
    }

    /** Locked. */
    void ended(StreamHandle stream) {
        streams.remove(stream);
    }

    /** Ends its streams too. Idempotent. Not on PipeWire's threads. */
    @Override
    public void close() {
        if (!lock()) {
            return;
        }
        try {
            if (closed) {
                return;
            }
            closed = true;
            Set.copyOf(streams).forEach(StreamHandle::close);
            if (nodes != null) {
                nodes.close();
            }
            if (core != 0) {
                LibPipeWire.coreDisconnect(core);
            }
        } finally {
            loop.unlock();
        }
        loop.stop();
        loop.end();
        if (context != 0) {
            LibPipeWire.contextDestroy(context);
        }
        loop.close();
        CoreEvents.Functions.LISTENERS.remove(listener);
        arena.close();
    }
}
