package io.github.spout4j.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** Libraries of the system that some examples need; without them their tests are skipped. */
final class NativeLibraries {
    private NativeLibraries() {}

    static void assumeJavaFx() {
        if (OS.WINDOWS.isCurrentOs()) {
            assumeTrue(JavaProcess.classPath().contains("-win.jar"),
                    "the JavaFX of this class path is not for Windows");
            return;
        }
        assumeThere("JavaFX needs GTK 3 and libXtst (Debian: libgtk-3-0, libxtst6)", "libgtk-3.so.0", "libXtst.so.6");
    }

    static void assumeEgl() {
        assumeThere("there is no EGL here (Debian: libegl1, libegl-mesa0)", "libEGL.so.1");
    }

    private static void assumeThere(String otherwise, String... libraries) {
        assumeTrue(Stream.of(libraries).allMatch(NativeLibraries::isThere), otherwise);
    }

    @SuppressWarnings("restricted")
    private static boolean isThere(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
