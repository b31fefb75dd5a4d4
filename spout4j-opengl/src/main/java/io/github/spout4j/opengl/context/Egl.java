package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** EGL: Wayland's, Android's, and that of programs without a window. */
final class Egl implements ContextSystem {
    private final MemorySegment current;
    private final MemorySegment procAddress;
    /** Where EGL older than 1.5 tells of extensions alone. */
    private final Optional<SymbolLookup> core = Libraries.load("libGLESv2.so.2", "libOpenGL.so.0", "libGL.so.1");

    private Egl(SymbolLookup library) {
        current = library.findOrThrow("eglGetCurrentContext");
        procAddress = library.findOrThrow("eglGetProcAddress");
    }

    static Optional<ContextSystem> load() {
        return Libraries.load("libEGL.so.1", "libEGL.so").map(Egl::new);
    }

    @Override
    public String name() {
        return "EGL";
    }

    @Override
    public long current() {
        return Calls.longOf(current);
    }

    @Override
    public long find(String function) {
        try (Arena arena = Arena.ofConfined()) {
            long found = Calls.longOf(procAddress, arena.allocateFrom(function));
            return found != 0 ? found : core.map(library -> Libraries.address(library, function)).orElse(0L);
        }
    }
}
