package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/** What is heard of the daemon's objects (struct pw_registry_events), with the loop locked. */
interface RegistryEvents {
    /** @param type one of PipeWire:Interface:… */
    void added(int id, String type, Map<String, String> properties);

    void removed(int id);

    /** The functions that hear them. */
    final class Functions {
        private static final int PLACES = 2;

        static final ListenerTable<RegistryEvents> LISTENERS = new ListenerTable<>();
        static final MemorySegment TABLE = new EventTable(MethodHandles.lookup(), 0, PLACES)
                .set(0, "global",
                        MethodType.methodType(void.class, long.class, int.class, int.class, long.class, int.class,
                                long.class))
                .set(1, "globalRemove", MethodType.methodType(void.class, long.class, int.class)).memory();

        private Functions() {}

        private static void global(long data, int id, int permissions, long type, int version, long properties) {
            try {
                RegistryEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.added(id, NativeText.read(type), Dictionary.read(properties));
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void globalRemove(long data, int id) {
            try {
                RegistryEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.removed(id);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }
    }
}
