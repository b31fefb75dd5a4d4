package io.github.spout4j.kernel.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Linux' wait for a word that processes share. Its calls allocate nothing. */
final class Futex {
    private static final int WAIT = 0;
    private static final int WAKE = 1;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 24;

    private static final long SYS_FUTEX = !LibC.LINUX ? -1 : switch (LibC.MACHINE) {
        case "amd64", "x86_64" -> 202;
        case "aarch64", "riscv64" -> 98;
        default -> -1;
    };
    private static final MethodHandle SYSCALL = SYS_FUTEX < 0
            ? null
            : LibC.plain("syscall",
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(1));
    private static final MemorySegment[] POWERS_OF_TWO = timespecs();

    private Futex() {}

    /** Whether this system has it (a sandbox may forbid it). */
    static boolean works() {
        if (SYSCALL == null) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            return wake(arena.allocate(ValueLayout.JAVA_INT), 1) == 0;
        }
    }

    /** Sleeps while {@code word} is {@code expected}, at most {@code nanos}, at most 17 ms; true where it was woken. */
    static boolean await(MemorySegment word, int expected, long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(Math.max(nanos, 1));
        MemorySegment timeout = POWERS_OF_TWO[Math.clamp(power, SHORTEST, LONGEST)];
        try {
            return (long) SYSCALL.invokeExact(SYS_FUTEX, word, WAIT, expected, timeout, MemorySegment.NULL, 0) == 0;
        } catch (Throwable t) {
            throw LibC.unexpected(t);
        }
    }

    /** Wakes sleepers and returns how many there were. */
    static int wake(MemorySegment word, int most) {
        try {
            return (int) (long) SYSCALL.invokeExact(SYS_FUTEX, word, WAKE, most, MemorySegment.NULL, MemorySegment.NULL,
                    0);
        } catch (Throwable t) {
            throw LibC.unexpected(t);
        }
    }

    private static MemorySegment[] timespecs() {
        MemorySegment[] timespecs = new MemorySegment[LONGEST + 1];
        for (int power = SHORTEST; power <= LONGEST; power++) {
            timespecs[power] = Arena.global().allocateFrom(ValueLayout.JAVA_LONG, 0L, 1L << power);
        }
        return timespecs;
    }
}
