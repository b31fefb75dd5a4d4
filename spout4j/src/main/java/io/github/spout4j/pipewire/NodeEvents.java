package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/** What is heard of a node (struct pw_node_events), with the loop locked. */
interface NodeEvents {
    void properties(Map<String, String> properties);

    /**
     * A param of the node.
     *
     * @param id    one of SPA_PARAM_…
     * @param index its place among those of that id
     * @param param a pod at an address
     */
    void param(int id, int index, long param);

    /** The functions that hear them. */
    @SuppressWarnings("restricted")
    final class Functions {
        private static final int PLACES = 2;
        private static final long INFO_CHANGES = 16;
        private static final long INFO_PROPERTIES = 48;
        private static final long INFO_BYTES = 72;
        private static final long CHANGED_PROPERTIES = 1 << 3;

        static final ListenerTable<NodeEvents> LISTENERS = new ListenerTable<>();
        static final MemorySegment TABLE = new EventTable(MethodHandles.lookup(), 0, PLACES)
                .set(0, "info", MethodType.methodType(void.class, long.class, long.class))
                .set(1, "param", MethodType.methodType(void.class, long.class, int.class, int.class, int.class,
                        int.class, long.class))
                .memory();

        private Functions() {}

        private static void info(long data, long info) {
            try {
                NodeEvents listener = LISTENERS.get(data);
                MemorySegment struct = MemorySegment.ofAddress(info).reinterpret(INFO_BYTES);
                if (listener != null && (struct.get(ValueLayout.JAVA_LONG, INFO_CHANGES) & CHANGED_PROPERTIES) != 0) {
                    listener.properties(Dictionary.read(struct.get(ValueLayout.JAVA_LONG, INFO_PROPERTIES)));
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void param(long data, int sequence, int id, int index, int next, long param) {
            try {
                NodeEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.param(id, index, param);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }
    }
}
