package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** The X Window System's. */
final class Glx implements ContextSystem {
    private final MemorySegment current;
    private final MemorySegment procAddress;

    private Glx(SymbolLookup library) {
        current = library.findOrThrow("glXGetCurrentContext");
        procAddress = library.findOrThrow("glXGetProcAddressARB");
    }

    static Optional<ContextSystem> load() {
        return Libraries.load("libGLX.so.0", "libGL.so.1", "libGL.so").map(Glx::new);
    }

    @Override
    public String name() {
        return "GLX";
    }

    @Override
    public long current() {
        return Calls.longOf(current);
    }

    @Override
    public long find(String function) {
        try (Arena arena = Arena.ofConfined()) {
            return Calls.longOf(procAddress, arena.allocateFrom(function));
        }
    }
}
