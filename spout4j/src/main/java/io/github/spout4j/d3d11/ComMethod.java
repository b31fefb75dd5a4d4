package io.github.spout4j.d3d11;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * One method of a COM interface, for the few that each frame calls: addresses are numbers here. The generated calls read them as memory
 * segments, which are objects, and a frame is to make none.
 */
@SuppressWarnings("restricted")
final class ComMethod {
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    /** An object's address, and any other pointer that is a number here. */
    static final ValueLayout.OfLong ADDRESS = ValueLayout.JAVA_LONG;

    private final long offset;
    private MemorySegment function = MemorySegment.NULL;

    /** @param slot its place in the interface's table of functions */
    ComMethod(int slot) {
        offset = slot * ValueLayout.ADDRESS.byteSize();
    }

    /** Calls a method that returns an int: given {@link #of}, the object's address, and the parameters. */
    static MethodHandle returningInt(MemoryLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ADDRESS).appendArgumentLayouts(parameters));
    }

    /** As {@link #returningInt}, of a method that returns nothing. */
    static MethodHandle returningNothing(MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(FunctionDescriptor.ofVoid(ADDRESS).appendArgumentLayouts(parameters));
    }

    /**
     * The function of an object that lives. Looked up for each call, as Direct3D replaces functions of its contexts while they are
     * used; made anew only where it is another one.
     */
    MemorySegment of(long object) {
        long now = MEMORY.get(ADDRESS, MEMORY.get(ADDRESS, object) + offset);
        MemorySegment known = function;
        if (known.address() != now) {
            known = MemorySegment.ofAddress(now);
            function = known;
        }
        return known;
    }
}
