package io.github.spout4j.pipewire;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What a stream hears (struct pw_stream_events). With the loop locked, but {@link #process}, which is on the thread of frames. */
interface StreamEvents {
    void stateChanged(int state, String error);

    /** @param param a pod at an address; 0 where there is none any more */
    void paramChanged(int id, long param);

    void addBuffer(long buffer);

    void removeBuffer(long buffer);

    /** Must not block. */
    void process();

    /** The stream is about to go, with all its buffers. */
    void closing();

    /** The functions that hear them. */
    final class Functions {
        private static final int VERSION = 2;
        private static final int PLACES = 11;
        private static final int STATE_CHANGED = 1;
        private static final int PARAM_CHANGED = 4;
        private static final int ADD_BUFFER = 5;
        private static final int REMOVE_BUFFER = 6;
        private static final int PROCESS = 7;

        static final ListenerTable<StreamEvents> LISTENERS = new ListenerTable<>();
        private static final MethodType ADDRESS = MethodType.methodType(void.class, long.class, long.class);
        static final MemorySegment TABLE = new EventTable(MethodHandles.lookup(), VERSION, PLACES)
                .set(STATE_CHANGED, "stateChanged",
                        MethodType.methodType(void.class, long.class, int.class, int.class, long.class))
                .set(PARAM_CHANGED, "paramChanged",
                        MethodType.methodType(void.class, long.class, int.class, long.class))
                .set(ADD_BUFFER, "addBuffer", ADDRESS).set(REMOVE_BUFFER, "removeBuffer", ADDRESS)
                .set(PROCESS, "process", MethodType.methodType(void.class, long.class)).memory();

        private Functions() {}

        private static void stateChanged(long data, int before, int state, long error) {
            try {
                StreamEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.stateChanged(state, NativeText.read(error));
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void paramChanged(long data, int id, long param) {
            try {
                StreamEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.paramChanged(id, param);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void addBuffer(long data, long buffer) {
            try {
                StreamEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.addBuffer(buffer);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void removeBuffer(long data, long buffer) {
            try {
                StreamEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.removeBuffer(buffer);
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }

        private static void process(long data) {
            try {
                StreamEvents listener = LISTENERS.get(data);
                if (listener != null) {
                    listener.process();
                }
            } catch (Throwable t) {
                EventTable.failed(t);
            }
        }
    }
}
