package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What a connection to the daemon hears (struct pw_core_events), with the loop locked. */
interface CoreEvents {
    /** Everything up to a {@link Daemon} sync has been heard. */
    void done(int sequence);

    /**
     * Something failed.
     *
     * @param id     of what; 0 is the connection itself
     * @param result -errno
     */
    void error(int id, int result, String message);

    /** The functions that hear them. */
    final class Functions {
        private static final int PLACES = 8;
        private static final int DONE = 1;
        private static final int ERROR = 3;

        static final ListenerTable<CoreEvents> LISTENERS = new ListenerTable<>();
        static final MemorySegment TABLE = new EventTable(MethodHandles.lookup(), 0, PLACES)
                .set(DONE, "done", MethodType.methodType(void.class, long.class, int.class, int.class))
                .set(ERROR, "error",
                        MethodType.methodType(void.class, long.class, int.class, int.class, int.class, long.class))
                .memory();

        private Functions() {}

        private static void done(long data, int id, int sequence) {
            try {
                CoreEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.done(sequence);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void error(long data, int id, int sequence, int result, long message) {
            try {
                CoreEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.error(id, result, NativeText.read(message));
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }
    }
}
