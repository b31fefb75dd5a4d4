package io.github.spout4j.opengl.context;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Handles that call native functions: one for each signature, the function's address the first argument. Pointers are longs. */
public final class Calls {
    public static final MemoryLayout INT = ValueLayout.JAVA_INT;
    public static final MemoryLayout LONG = ValueLayout.JAVA_LONG;
    static final MemoryLayout FLOAT = ValueLayout.JAVA_FLOAT;
    static final MemoryLayout BYTE = ValueLayout.JAVA_BYTE;

    private static final MethodHandle LONG_OF = handle(LONG);
    private static final MethodHandle LONG_OF_INT = handle(LONG, INT);
    private static final MethodHandle LONG_OF_LONG = handle(LONG, LONG);
    private static final MethodHandle LONG_OF_POINTER = handle(LONG, ValueLayout.ADDRESS);

    private Calls() {}

    /** @param result null for none */
    @SuppressWarnings("restricted")
    public static MethodHandle handle(MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(result == null
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(result, arguments));
    }

    /** Calls a function without arguments that returns a pointer. */
    static long longOf(MemorySegment function) {
        try {
            return (long) LONG_OF.invokeExact(function);
        } catch (Throwable t) {
            throw failed(t);
        }
    }

    /** Calls a function of a pointer that returns a pointer. */
    static long longOf(MemorySegment function, MemorySegment argument) {
        try {
            return (long) LONG_OF_POINTER.invokeExact(function, argument);
        } catch (Throwable t) {
            throw failed(t);
        }
    }

    /** Calls a function of a handle that returns a pointer. */
    static long longOf(MemorySegment function, long argument) {
        try {
            return (long) LONG_OF_LONG.invokeExact(function, argument);
        } catch (Throwable t) {
            throw failed(t);
        }
    }

    /** Calls a function of a number that returns a pointer. */
    static long longOf(MemorySegment function, int argument) {
        try {
            return (long) LONG_OF_INT.invokeExact(function, argument);
        } catch (Throwable t) {
            throw failed(t);
        }
    }

    /** What a handle threw, which native functions do not. */
    public static RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> throw new AssertionError(thrown);
        };
    }
}
