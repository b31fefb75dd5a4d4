package io.github.spout4j.proof.chaos;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Signals of Linux that Java has no call for. */
@SuppressWarnings("restricted")
enum Signal {
    STOP(19), CONTINUE(18);

    private static final MethodHandle KILL = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** Sends it to a child that was not waited for yet. */
    void send(long pid) {
        try {
            int _ = (int) KILL.invokeExact((int) pid, number);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
