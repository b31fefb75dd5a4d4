package io.github.spout4j.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/**
 * Calls of machine words. By the x64 ABI of Windows an integer, bool or pointer of any width takes one word as an argument and
 * the low part of one as a result, and who looks at it takes what its type needs; so one handle a number of arguments is enough
 * for all functions of the vtable. Memory of the user goes as a segment, which keeps it alive for the time of the call. The first
 * word is {@code this}.
 */
final class Words {
    private static final MethodHandle J0 = handle(1);
    private static final MethodHandle J1 = handle(2);
    private static final MethodHandle J2 = handle(3);
    private static final MethodHandle J3 = handle(4);
    private static final MethodHandle J4 = handle(5);
    private static final MethodHandle J5 = handle(6);
    private static final MethodHandle J6 = handle(7);
    private static final MethodHandle J8 = handle(9);
    private static final MethodHandle P3 = handle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG,
            JAVA_LONG, JAVA_LONG));
    private static final MethodHandle P4 = handle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG,
            JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle PP3 = handle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS,
            JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle J2P7 = handle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
            ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle D0 = handle(FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG));
    private static final MethodHandle D2 = handle(
            FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private Words() {}

    private static MethodHandle handle(int words) {
        return handle(FunctionDescriptor.of(JAVA_LONG,
                Collections.nCopies(words, JAVA_LONG).toArray(MemoryLayout[]::new)));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }

    static long call(MemorySegment code, long self) {
        try {
            return (long) J0.invokeExact(code, self);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a) {
        try {
            return (long) J1.invokeExact(code, self, a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a, long b) {
        try {
            return (long) J2.invokeExact(code, self, a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, long c) {
        try {
            return (long) J3.invokeExact(code, self, a, b, c);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, long c, long d) {
        try {
            return (long) J4.invokeExact(code, self, a, b, c, d);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, long c, long d, long e) {
        try {
            return (long) J5.invokeExact(code, self, a, b, c, d, e);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) J6.invokeExact(code, self, a, b, c, d, e, f);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, long c, long d, long e, long f, long g, long h) {
        try {
            return (long) J8.invokeExact(code, self, a, b, c, d, e, f, g, h);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static long call(MemorySegment code, long self, MemorySegment p, long a, long b, long c) {
        try {
            return (long) P3.invokeExact(code, self, p, a, b, c);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, MemorySegment p, long a, long b, long c, long d) {
        try {
            return (long) P4.invokeExact(code, self, p, a, b, c, d);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, MemorySegment p, MemorySegment q, long a, long b, long c) {
        try {
            return (long) PP3.invokeExact(code, self, p, q, a, b, c);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MemorySegment code, long self, long a, long b, MemorySegment p, long c, long d, long e, long f,
            long g, long h, long i) {
        try {
            return (long) J2P7.invokeExact(code, self, a, b, p, c, d, e, f, g, h, i);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    static double callDouble(MemorySegment code, long self) {
        try {
            return (double) D0.invokeExact(code, self);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static double callDouble(MemorySegment code, long self, long a, long b) {
        try {
            return (double) D2.invokeExact(code, self, a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Native code throws nothing; what a handle throws is about the segments that it was given. */
    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof RuntimeException known) {
            throw known;
        }
        if (e instanceof Error known) {
            throw known;
        }
        throw new AssertionError(e);
    }
}
