package io.github.spout4j.pipewire;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Methods of PipeWire's objects, which its headers call through the table that each begins with (struct spa_interface). */
@SuppressWarnings("restricted")
final class SpaInterface {
    private static final long FUNCTIONS = 16;
    private static final long DATA = 24;
    private static final long BYTES = 32;
    private static final int MOST_METHODS = 16;
    private static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(LibPipeWire.SHAPE);

    private SpaInterface() {}

    /**
     * Calls a method.
     *
     * @param method its place in the table, the first is 0
     */
    static long call(long object, int method, long a, long b, long c, long d, long e) {
        MemorySegment head = MemorySegment.ofAddress(object).reinterpret(BYTES);
        MemorySegment functions = MemorySegment.ofAddress(head.get(ValueLayout.JAVA_LONG, FUNCTIONS))
                .reinterpret((1 + MOST_METHODS) * Long.BYTES);
        MemorySegment function = MemorySegment
                .ofAddress(functions.get(ValueLayout.JAVA_LONG, (1L + method) * Long.BYTES));
        try {
            return (long) CALL.invokeExact(function, head.get(ValueLayout.JAVA_LONG, DATA), a, b, c, d, e);
        } catch (Throwable t) {
            throw LibPipeWire.unexpected(t);
        }
    }
}
