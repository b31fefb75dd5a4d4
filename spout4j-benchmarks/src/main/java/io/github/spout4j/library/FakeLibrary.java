package io.github.spout4j.library;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/** A library whose every function is the C library's labs: what a call costs without what it does. */
public final class FakeLibrary {
    /** What all functions of it are. */
    @SuppressWarnings("restricted")
    public static final MemorySegment FUNCTION = Linker.nativeLinker().defaultLookup().findOrThrow("labs");
    /** {@code this} of its functions. */
    public static final long OBJECT = 4096;

    private FakeLibrary() {}

    /** To be closed by the caller. */
    public static SpoutLibrary open() {
        VtableLayout layout = VtableLayout.known().getLast();
        return new SpoutLibrary("a fake", layout, new Functions("a fake", layout, _ -> FUNCTION), OBJECT,
                new CText(null), new CppObjects(null));
    }
}
