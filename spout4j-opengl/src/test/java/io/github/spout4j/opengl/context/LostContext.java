package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Has the context that is current say that it is lost, until this is closed. No program can lose one of a software driver, so another function than the driver's stands in the
 * table for glGetGraphicsResetStatus.
 */
public final class LostContext implements AutoCloseable {
    private static final int GUILTY_CONTEXT_RESET = 0x8253;

    private final GlFunctions table = GlContext.current().gl();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment drivers = replace(stub());
    private int answers;

    /** @param answers how often it says so; drivers may have forgotten it the next time */
    public LostContext(int answers) {
        this.answers = answers;
    }

    /** Whether the context that is current tells of losses. */
    public static boolean isTold() {
        GlVersion version = GlContext.current().version();
        return version.isDesktop(4, 5) || version.isEs(3, 2);
    }

    @SuppressWarnings("restricted")
    private MemorySegment stub() {
        try {
            MethodHandle status = MethodHandles.lookup().bind(this, "status", MethodType.methodType(int.class));
            return Linker.nativeLinker().upcallStub(status, FunctionDescriptor.of(ValueLayout.JAVA_INT), arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private int status() {
        answers--;
        return answers < 0 ? Gl.NO_ERROR : GUILTY_CONTEXT_RESET;
    }

    /** The function that stood there. */
    private MemorySegment replace(MemorySegment function) {
        try {
            Field field = GlFunctions.class.getDeclaredField("getGraphicsResetStatus");
            field.setAccessible(true);
            MemorySegment before = (MemorySegment) field.get(table);
            field.set(table, function);
            return before;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        replace(drivers);
        arena.close();
    }
}
