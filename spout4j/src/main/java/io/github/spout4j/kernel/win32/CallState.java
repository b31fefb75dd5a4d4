package io.github.spout4j.kernel.win32;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/** A thread's own memory for native calls, made once: where GetLastError is captured, and room for one int result. */
final class CallState {
    private static final StructLayout LAYOUT = Linker.Option.captureStateLayout();
    private static final long LAST_ERROR = LAYOUT.byteOffset(PathElement.groupElement("GetLastError"));
    private static final MemoryLayout INT = ValueLayout.JAVA_INT;
    private static final ThreadLocal<CallState> OF_THREAD = ThreadLocal.withInitial(CallState::new);

    /** To be given to the generated functions as their first argument. */
    final MemorySegment capture;
    /** An out parameter of 4 bytes. */
    final MemorySegment out;

    private CallState() {
        Arena arena = Arena.ofAuto();
        capture = arena.allocate(LAYOUT);
        out = arena.allocate(INT);
    }

    static CallState ofThread() {
        return OF_THREAD.get();
    }

    /** The error of the last call that captured it. */
    int error() {
        return capture.get(ValueLayout.JAVA_INT, LAST_ERROR);
    }

    int outValue() {
        return out.get(ValueLayout.JAVA_INT, 0);
    }
}
