package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A node that is listened to; with the loop locked. */
final class BoundNode implements NodeEvents, AutoCloseable {
    private static final int SUBSCRIBE_PARAMS = 1;

    private final Arena arena = Arena.ofShared();
    private final long proxy;
    private final long listener;
    private final int id;
    private final long serial;
    private final Runnable changed;
    private final Map<String, String> properties;
    private StreamFormat offered;
    private StreamFormat current;

    /** @param changed run when something else is known */
    BoundNode(long proxy, int id, long serial, Map<String, String> properties, Runnable changed) {
        this.proxy = proxy;
        this.id = id;
        this.serial = serial;
        this.properties = new HashMap<>(properties);
        this.changed = changed;
        listener = NodeEvents.Functions.LISTENERS.add(this);
        Nodes.listen(proxy, EventTable.hook(arena), NodeEvents.Functions.TABLE, listener);
        MemorySegment ids = arena.allocateFrom(ValueLayout.JAVA_INT, ParamType.ENUM_FORMAT, ParamType.FORMAT);
        SpaInterface.call(proxy, SUBSCRIBE_PARAMS, ids.address(), 2, 0, 0, 0);
        changed.run();
    }

    @Override
    public void properties(Map<String, String> news) {
        properties.putAll(news);
        changed.run();
    }

    @Override
    public void param(int param, int index, long pod) {
        if (param == ParamType.FORMAT) {
            current = StreamFormat.read(pod);
            changed.run();
        } else if (param == ParamType.ENUM_FORMAT && index == 0) {
            offered = StreamFormat.read(pod);
            changed.run();
        }
    }

    /** Senders of spout4j offer what they send, and other nodes much that they do not. */
    VideoNode seen() {
        StreamFormat format = properties.containsKey(Properties.SPOUT) || current == null ? offered : current;
        return new VideoNode(id, serial, Map.copyOf(properties), Optional.ofNullable(format));
    }

    @Override
    public void close() {
        NodeEvents.Functions.LISTENERS.remove(listener);
        LibPipeWire.proxyDestroy(proxy);
        arena.close();
    }
}
