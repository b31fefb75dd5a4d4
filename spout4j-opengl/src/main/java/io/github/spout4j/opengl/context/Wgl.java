package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** Windows'. */
final class Wgl implements ContextSystem {
    /** Some drivers answer -1, 1, 2 or 3 for a function that they lack. */
    private static final long LAST_REFUSAL = 3;

    private final SymbolLookup library;
    private final MemorySegment current;
    private final MemorySegment procAddress;

    private Wgl(SymbolLookup library) {
        this.library = library;
        current = library.findOrThrow("wglGetCurrentContext");
        procAddress = library.findOrThrow("wglGetProcAddress");
    }

    static Optional<ContextSystem> load() {
        return Libraries.load("opengl32.dll").map(Wgl::new);
    }

    @Override
    public String name() {
        return "WGL";
    }

    @Override
    public long current() {
        return Calls.longOf(current);
    }

    @Override
    public long find(String function) {
        try (Arena arena = Arena.ofConfined()) {
            long found = Calls.longOf(procAddress, arena.allocateFrom(function));
            // functions of OpenGL 1.1 are opengl32.dll's own
            return found < -1 || found > LAST_REFUSAL ? found : Libraries.address(library, function);
        }
    }
}
