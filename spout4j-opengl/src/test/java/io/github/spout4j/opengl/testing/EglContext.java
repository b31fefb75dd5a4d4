package io.github.spout4j.opengl.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** A context without a window, by EGL. */
public final class EglContext implements TestContext {
    /** What is asked of EGL. */
    public enum Kind {
        CORE(0x30A2, 0x0008, 3, 3, 1), COMPATIBILITY(0x30A2, 0x0008, 3, 3, 2), GL_3_0(0x30A2, 0x0008, 3, 0, 0),
        ES_3(0x30A0, 0x0040, 3,
                0, 0),
        ES_2(0x30A0, 0x0004, 2, 0, 0);

        private final int api;
        private final int renderable;
        private final int major;
        private final int minor;
        private final int profile;

        Kind(int api, int renderable, int major, int minor, int profile) {
            this.api = api;
            this.renderable = renderable;
            this.major = major;
            this.minor = minor;
            this.profile = profile;
        }
    }

    private static final int PLATFORM_SURFACELESS = 0x31DD;
    private static final int NONE = 0x3038;
    private static final int SIDE = 64;
    private static final Optional<SymbolLookup> LIBRARY = library();

    private final Kind kind;
    private final MemorySegment display;
    private final MemorySegment config;
    private final MemorySegment surface;
    private final MemorySegment context;

    /** A new one; not current. */
    public EglContext(Kind kind) {
        this(kind, MemorySegment.NULL);
    }

    private EglContext(Kind kind, MemorySegment share) {
        this.kind = kind;
        try (Arena arena = Arena.ofConfined()) {
            display = pointer("eglGetPlatformDisplay", PLATFORM_SURFACELESS, MemorySegment.NULL, MemorySegment.NULL);
            call("eglInitialize", display, MemorySegment.NULL, MemorySegment.NULL);
            call("eglBindAPI", kind.api);
            MemorySegment configs = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            call("eglChooseConfig", display,
                    arena.allocateFrom(JAVA_INT, 0x3033, 0x0001, 0x3040, kind.renderable, 0x3024, 8, 0x3023, 8,
                            0x3022, 8, 0x3021, 8, NONE),
                    configs, 1, count);
            if (count.get(JAVA_INT, 0) == 0) {
                throw new IllegalStateException("EGL has no configuration for " + kind);
            }
            config = configs.get(ADDRESS, 0);
            surface = pointer("eglCreatePbufferSurface", display, config,
                    arena.allocateFrom(JAVA_INT, 0x3057, SIDE, 0x3056, SIDE, NONE));
            context = pointer("eglCreateContext", display, config, share, kind.profile == 0
                    ? arena.allocateFrom(JAVA_INT, 0x3098, kind.major, 0x30FB, kind.minor, NONE)
                    : arena.allocateFrom(JAVA_INT, 0x3098, kind.major, 0x30FB, kind.minor, 0x30FD, kind.profile, NONE));
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

    /** Why there is none here; empty where there is. */
    public static Optional<String> missing() {
        return LIBRARY.isPresent() ? Optional.empty() : Optional.of("there is no EGL here (libEGL.so.1)");
    }

    private static MemorySegment pointer(String function, Object... arguments) {
        MemorySegment result = (MemorySegment) invoke(function, ADDRESS, arguments);
        if (result.address() == 0) {
            throw new IllegalStateException(function + " failed with 0x"
                    + Integer.toHexString((int) invoke("eglGetError", JAVA_INT)));
        }
        return result;
    }

    private static void call(String function, Object... arguments) {
        if ((int) invoke(function, JAVA_INT, arguments) == 0) {
            throw new IllegalStateException(function + " failed with 0x"
                    + Integer.toHexString((int) invoke("eglGetError", JAVA_INT)));
        }
    }

    @SuppressWarnings("restricted")
    private static Object invoke(String function, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = arguments[i] instanceof Integer ? JAVA_INT : ADDRESS;
        }
        MethodHandle handle = Linker.nativeLinker().downcallHandle(LIBRARY.orElseThrow().findOrThrow(function),
                FunctionDescriptor.of(result, layouts));
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Override
    public void makeCurrent() {
        call("eglBindAPI", kind.api);
        call("eglMakeCurrent", display, surface, surface, context);
    }

    @Override
    public void release() {
        call("eglMakeCurrent", display, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL);
    }

    @Override
    public TestContext shared() {
        return new EglContext(kind, context);
    }

    @Override
    public int width() {
        return SIDE;
    }

    @Override
    public int height() {
        return SIDE;
    }

    @Override
    public void close() {
        if (((MemorySegment) invoke("eglGetCurrentContext", ADDRESS)).equals(context)) {
            release();
        }
        call("eglDestroyContext", display, context);
        call("eglDestroySurface", display, surface);
    }
}
