package io.github.spout4j.kernel.win32;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Whether this Windows is Wine: that has a function of its own in ntdll, which tells its version. */
@SuppressWarnings("restricted")
final class Wine {
    private Wine() {}

    static Optional<String> version() {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup("ntdll", arena).find("wine_get_version").map(Wine::ask);
        }
    }

    private static String ask(MemorySegment function) {
        try {
            MemorySegment text = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}
