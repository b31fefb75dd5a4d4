package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A table of functions that PipeWire calls (struct …_events): a version, then function after function; those that are not set are not called. */
@SuppressWarnings("restricted")
final class EventTable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    /** Of struct spa_hook. */
    private static final long HOOK_BYTES = 48;

    private final MethodHandles.Lookup functions;
    private final MemorySegment table;

    /**
     * A table for as long as the program runs.
     *
     * @param functions of the class with the functions
     * @param places    how many functions the table has
     */
    EventTable(MethodHandles.Lookup functions, int version, int places) {
        this.functions = functions;
        table = Arena.global().allocate((1L + places) * Long.BYTES, Long.BYTES);
        table.set(ValueLayout.JAVA_INT, 0, version);
    }

    /**
     * Sets a function.
     *
     * @param place the first is 0
     * @param name  of a static method, which throws nothing, since native code calls it
     */
    EventTable set(int place, String name, MethodType type) {
        try {
            FunctionDescriptor descriptor = type.returnType() == void.class
                    ? FunctionDescriptor.ofVoid(layouts(type))
                    : FunctionDescriptor.of(layout(type.returnType()), layouts(type));
            MemorySegment stub = Linker.nativeLinker().upcallStub(
                    functions.findStatic(functions.lookupClass(), name, type), descriptor, Arena.global());
            table.set(ValueLayout.JAVA_LONG, (1L + place) * Long.BYTES, stub.address());
            return this;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValueLayout[] layouts(MethodType type) {
        return type.parameterList().stream().map(EventTable::layout).toArray(ValueLayout[]::new);
    }

    private static ValueLayout layout(Class<?> type) {
        return type == int.class ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    }

    MemorySegment memory() {
        return table;
    }

    /** Memory for a listener's place in PipeWire's list (struct spa_hook). */
    static MemorySegment hook(Arena arena) {
        return arena.allocate(HOOK_BYTES, Long.BYTES);
    }

    /** What a function does about an error of its own, which must not get into native code. */
    static void failed(Throwable thrown) {
        try {
            LOG.log(System.Logger.Level.WARNING, "an answer to PipeWire failed; it goes on", thrown);
        } catch (Throwable _) {
            // nobody can be told
        }
    }
}
