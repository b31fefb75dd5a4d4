package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What is heard of metadata (struct pw_metadata_events), with the loop locked. */
interface MetadataEvents {
    /**
     * A property has a value.
     *
     * @param key   null for all of a subject
     * @param value null where it has none any more
     */
    void property(int subject, String key, String value);

    /** The functions that hear them. */
    final class Functions {
        private static final int PLACES = 1;

        static final ListenerTable<MetadataEvents> LISTENERS = new ListenerTable<>();
        static final MemorySegment TABLE = new EventTable(MethodHandles.lookup(), 0, PLACES)
                .set(0, "property", MethodType.methodType(int.class, long.class, int.class, long.class, long.class,
                        long.class))
                .memory();

        private Functions() {}

        private static int property(long data, int subject, long key, long type, long value) {
            try {
                MetadataEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.property(subject, NativeText.read(key), NativeText.read(value));
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
            return 0;
        }
    }
}
