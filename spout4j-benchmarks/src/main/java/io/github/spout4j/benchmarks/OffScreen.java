package io.github.spout4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.Optional;

/** An OpenGL context without a window, by EGL, current on the thread that made it. */
final class OffScreen implements AutoCloseable {
    private static final int OPENGL_API = 0x30A2;
    private static final int PLATFORM_SURFACELESS = 0x31DD;
    private static final int MAJOR = 0x3098;
    private static final int MINOR = 0x30FB;
    private static final int NONE = 0x3038;
    private static final MemorySegment NULL = MemorySegment.NULL;

    private final SymbolLookup library;
    private final MemorySegment display;
    private final MemorySegment context;

    OffScreen() {
        library = library().orElseThrow();
        display = (MemorySegment) call(ADDRESS, "eglGetPlatformDisplay", PLATFORM_SURFACELESS, NULL, NULL);
        require(call(JAVA_INT, "eglInitialize", display, NULL, NULL), "eglInitialize");
        require(call(JAVA_INT, "eglBindAPI", OPENGL_API), "eglBindAPI");
        try (Arena arena = Arena.ofConfined()) {
            context = (MemorySegment) call(ADDRESS, "eglCreateContext", display, NULL, NULL,
                    arena.allocateFrom(JAVA_INT, MAJOR, 3, MINOR, 3, NONE));
        }
        require(call(JAVA_INT, "eglMakeCurrent", display, NULL, NULL, context), "eglMakeCurrent");
    }

    /** Why there is none here; empty where there is. */
    static Optional<String> unavailable() {
        if (library().isEmpty()) {
            return Optional.of("there is no EGL here (libEGL.so.1)");
        }
        try (OffScreen _ = new OffScreen()) {
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<SymbolLookup> library() {
        try {
            return Optional.of(SymbolLookup.libraryLookup("libEGL.so.1", Arena.global()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void require(Object answer, String function) {
        if ((int) answer == 0) {
            throw new IllegalStateException(function + " failed");
        }
    }

    @SuppressWarnings("restricted")
    private Object call(MemoryLayout result, String function, Object... arguments) {
        MemoryLayout[] layouts = Arrays.stream(arguments)
                .map(argument -> argument instanceof Integer ? JAVA_INT : ADDRESS).toArray(MemoryLayout[]::new);
        try {
            return Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow(function), FunctionDescriptor.of(result, layouts))
                    .invokeWithArguments(arguments);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Override
    public void close() {
        call(JAVA_INT, "eglMakeCurrent", display, NULL, NULL, NULL);
        call(JAVA_INT, "eglDestroyContext", display, context);
    }
}
