package io.github.spout4j.opengl.context;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes OpenGL contexts current: WGL, GLX, EGL or CGL. */
final class ContextSystem {
    /** Some drivers of Windows answer -1, 1, 2 or 3 for a function that they lack. */
    private static final long LAST_REFUSAL = 3;

    private final String name;
    private final MemorySegment current;
    /** Null where all functions are in libraries. */
    private final MemorySegment procAddress;
    /** What has the functions that {@link #procAddress} doesn't tell of; null where it tells of all. */
    private final SymbolLookup functions;
    /** WGL's window that is current; null of other systems. */
    private final MemorySegment window;

    private ContextSystem(String name, MemorySegment current, MemorySegment procAddress, SymbolLookup functions,
            MemorySegment window) {
        this.window = window;
        this.name = name;
        this.current = current;
        this.procAddress = procAddress;
        this.functions = functions;
    }

    /** Those that are installed here. */
    static List<ContextSystem> installed() {
        return Installed.SYSTEMS;
    }

    /** Loads them once. */
    private static final class Installed {
        private static final List<ContextSystem> SYSTEMS = load(System.getProperty("os.name").toLowerCase(Locale.ROOT));

        private static List<ContextSystem> load(String system) {
            Stream<Optional<ContextSystem>> systems;
            if (system.startsWith("windows")) {
                systems = Stream.of(wgl());
            } else if (system.startsWith("mac")) {
                systems = Stream.of(cgl());
            } else {
                systems = Stream.of(glx(), egl());
            }
            return systems.flatMap(Optional::stream).toList();
        }

        /** Windows'. Functions of OpenGL 1.1 are the library's own. */
        private static Optional<ContextSystem> wgl() {
            return Libraries.load("opengl32.dll").flatMap(library -> of("WGL", library, "wglGetCurrentContext",
                    library.find("wglGetProcAddress"), library, library.find("wglGetCurrentDC")));
        }

        /** The X Window System's. */
        private static Optional<ContextSystem> glx() {
            return Libraries.load("libGLX.so.0", "libGL.so.1", "libGL.so").flatMap(library -> of("GLX", library,
                    "glXGetCurrentContext", library.find("glXGetProcAddressARB"), null, Optional.empty()));
        }

        /** Wayland's, and that of programs without a window. Before EGL 1.5 it tells of extensions alone. */
        private static Optional<ContextSystem> egl() {
            return Libraries.load("libEGL.so.1", "libEGL.so")
                    .flatMap(library -> of("EGL", library, "eglGetCurrentContext",
                            library.find("eglGetProcAddress"),
                            Libraries.load("libGLESv2.so.2", "libOpenGL.so.0", "libGL.so.1").orElse(null),
                            Optional.empty()));
        }

        /** Apple's. Never run on a Mac yet. */
        private static Optional<ContextSystem> cgl() {
            return Libraries.load("/System/Library/Frameworks/OpenGL.framework/OpenGL")
                    .flatMap(library -> of("CGL", library, "CGLGetCurrentContext", Optional.empty(), library,
                            Optional.empty()));
        }

        private static Optional<ContextSystem> of(String name, SymbolLookup library, String current,
                Optional<MemorySegment> procAddress, SymbolLookup functions, Optional<MemorySegment> window) {
            return library.find(current)
                    .map(function -> new ContextSystem(name, function, procAddress.orElse(null), functions,
                            window.orElse(null)));
        }
    }

    /** As it is called: "GLX". */
    String name() {
        return name;
    }

    /** The context that is current on this thread; 0 where none of this system's is. */
    long current() {
        return Calls.longOf(current);
    }

    /** The address of a function, for the context that is current; 0 where there is none. An address does not mean that the context has it. */
    long find(String function) {
        long found = procAddress == null ? 0 : told(function);
        if (found < -1 || found > LAST_REFUSAL) {
            return found;
        }
        return functions == null ? 0 : functions.find(function).map(MemorySegment::address).orElse(0L);
    }

    /** The address of the text that tells what WGL can beyond the usual, for the window that is current; 0 of other systems. */
    long windowExtensions() {
        long extensions = window == null ? 0 : find("wglGetExtensionsStringARB");
        return extensions == 0 ? 0 : Calls.longOf(MemorySegment.ofAddress(extensions), Calls.longOf(window));
    }

    private long told(String function) {
        try (Arena arena = Arena.ofConfined()) {
            return Calls.longOf(procAddress, arena.allocateFrom(function));
        }
    }
}
