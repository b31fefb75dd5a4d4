package io.github.spout4j.kernel.win32;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Reads a semaphore's count and leaves it alone. Win32 has no such call, and Windows' metadata none for the one of ntdll, so
 * it is bound here.
 */
@SuppressWarnings("restricted")
final class SemaphoreQuery {
    private static final int BASIC_INFORMATION = 0;
    /** Count and maximum, 4 bytes each. */
    private static final int BASIC_INFORMATION_SIZE = 8;
    private static final MethodHandle QUERY = SymbolLookup.libraryLookup("ntdll", Arena.global())
            .find("NtQuerySemaphore")
            .map(function -> Linker.nativeLinker().downcallHandle(function,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
            .orElse(null);
    private static final ThreadLocal<MemorySegment> RESULT = ThreadLocal
            .withInitial(() -> Arena.ofAuto().allocate(BASIC_INFORMATION_SIZE, Long.BYTES));

    /** The right to ask, for those who open a semaphore: SEMAPHORE_QUERY_STATE. */
    static final int ACCESS = 1;
    /** Instead of a count: there is no such call, or it is not allowed. */
    static final int UNKNOWN = -1;

    private SemaphoreQuery() {}

    static int count(MemorySegment handle) {
        if (QUERY == null) {
            return UNKNOWN;
        }
        MemorySegment result = RESULT.get();
        int status;
        try {
            status = (int) QUERY.invokeExact(handle, BASIC_INFORMATION, result, BASIC_INFORMATION_SIZE,
                    MemorySegment.NULL);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
        return status == 0 ? result.get(ValueLayout.JAVA_INT, 0) : UNKNOWN;
    }
}
