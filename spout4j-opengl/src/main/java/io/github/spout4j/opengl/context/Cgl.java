package io.github.spout4j.opengl.context;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/** Apple's. Never run on a Mac yet. */
final class Cgl implements ContextSystem {
    private final SymbolLookup library;
    private final MemorySegment current;

    private Cgl(SymbolLookup library) {
        this.library = library;
        current = library.findOrThrow("CGLGetCurrentContext");
    }

    static Optional<ContextSystem> load() {
        return Libraries.load("/System/Library/Frameworks/OpenGL.framework/OpenGL").map(Cgl::new);
    }

    @Override
    public String name() {
        return "CGL";
    }

    @Override
    public long current() {
        return Calls.longOf(current);
    }

    @Override
    public long find(String function) {
        return Libraries.address(library, function);
    }
}
