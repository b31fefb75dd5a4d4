package io.github.spout4j.kernel.win32;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.spout4j.win32.windows.win32.system.threading.Apis;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The calls that frames make. The generated ones capture the error, for which Java makes an object each time; these do not. Where
 * one fails, the generated call is made in its place, to tell the error: it fails too, or does what was wanted after all.
 */
@SuppressWarnings("restricted")
final class FrameCalls {
    private static final SymbolLookup KERNEL32 = SymbolLookup.libraryLookup("kernel32", Arena.global());
    private static final MethodHandle WAIT_FOR_SINGLE_OBJECT = find("WaitForSingleObject",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle RELEASE_MUTEX = find("ReleaseMutex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle RELEASE_SEMAPHORE = find("ReleaseSemaphore",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    private static final MethodHandle SET_EVENT = find("SetEvent", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle RESET_EVENT = find("ResetEvent", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SET_WAITABLE_TIMER = find("SetWaitableTimer",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final int ONCE = 0;
    private static final int LET_SLEEP = 0;
    private static final int WAIT_FAILED = -1;

    private FrameCalls() {}

    private static MethodHandle find(String function, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(KERNEL32.findOrThrow(function), descriptor);
    }

    /** Whether the timer was set; why not is nobody's question. */
    static boolean setTimer(MemorySegment timer, MemorySegment due) {
        try {
            return (int) SET_WAITABLE_TIMER.invokeExact(timer, due, ONCE, MemorySegment.NULL, MemorySegment.NULL,
                    LET_SLEEP) != 0;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    static int waitFor(CallState call, MemorySegment handle, int millis) {
        try {
            int result = (int) WAIT_FOR_SINGLE_OBJECT.invokeExact(handle, millis);
            return result != WAIT_FAILED ? result : Apis.WaitForSingleObject(call.capture, handle, millis);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Whether it was released. */
    static boolean releaseMutex(CallState call, MemorySegment handle) {
        try {
            return (int) RELEASE_MUTEX.invokeExact(handle) != 0 || Apis.ReleaseMutex(call.capture, handle) != 0;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Whether it was raised; the count before is in {@code call.out} then. */
    static boolean releaseSemaphore(CallState call, MemorySegment handle, int count) {
        try {
            return (int) RELEASE_SEMAPHORE.invokeExact(handle, count, call.out) != 0
                    || Apis.ReleaseSemaphore(call.capture, handle, count, call.out) != 0;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Whether it was set. */
    static boolean setEvent(CallState call, MemorySegment handle) {
        try {
            return (int) SET_EVENT.invokeExact(handle) != 0 || Apis.SetEvent(call.capture, handle) != 0;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Whether it was reset. */
    static boolean resetEvent(CallState call, MemorySegment handle) {
        try {
            return (int) RESET_EVENT.invokeExact(handle) != 0 || Apis.ResetEvent(call.capture, handle) != 0;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}
