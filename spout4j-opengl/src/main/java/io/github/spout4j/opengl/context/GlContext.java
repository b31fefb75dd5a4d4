package io.github.spout4j.opengl.context;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One OpenGL context: that which was current on the thread that asked for it. What it can is asked once. */
public final class GlContext {
    private static final int OLDEST_MAJOR = 3;
    private static final String DX_INTEROP = "WGL_NV_DX_interop2";
    /** Tables of functions are the same for all contexts of a driver. */
    private static final Map<String, GlFunctions> TABLES = new ConcurrentHashMap<>();

    private final ContextSystem system;
    private final long handle;
    private final GlFunctions gl;
    private final GlVersion version;
    private final String description;
    private final Set<String> extensions = new HashSet<>();
    private final boolean interoperates;
    private final boolean compatible;
    private final boolean tellsResets;
    /** For good: some drivers tell it once. */
    private volatile boolean lost;

    private GlContext(ContextSystem system, long handle) {
        this.system = system;
        this.handle = handle;
        String text = text(system, Gl.VERSION);
        version = GlVersion.parse(text);
        description = version + " (" + text(system, Gl.RENDERER) + ", by " + system.name() + ")";
        if (version.major() < OLDEST_MAJOR) {
            throw new SpoutException(
                    "the current context is " + description + "; spout4j needs OpenGL 3.0 or OpenGL ES 3.0: "
                            + "ask for a newer context");
        }
        gl = TABLES.computeIfAbsent(system.name() + " " + description + " " + text, _ -> new GlFunctions(system, text));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
            int count = integer(Gl.NUM_EXTENSIONS, value);
            for (int i = 0; i < count; i++) {
                extensions.add(string(gl.getStringi(Gl.EXTENSIONS, i)));
            }
            compatible = isCompatible(value);
            interoperates = gl.hasDxInterop() && List.of(words(system.windowExtensions())).contains(DX_INTEROP);
        }
        tellsResets = version.isDesktop(4, 5) || version.isEs(3, 2) || !version.es() && has("GL_KHR_robustness");
    }

    /**
     * The context that is current on this thread.
     *
     * @throws IllegalStateException where none is
     * @throws SpoutException        where it is too old
     */
    public static GlContext current() {
        for (ContextSystem system : ContextSystem.installed()) {
            long handle = system.current();
            if (handle != 0) {
                return new GlContext(system, handle);
            }
        }
        throw new IllegalStateException("no OpenGL context is current on this thread (looked for: "
                + ContextSystem.installed().stream()
                        .map(ContextSystem::name).collect(Collectors.joining(", "))
                + "); call this where your program draws");
    }

    private static String text(ContextSystem system, int name) {
        long getString = system.find("glGetString");
        if (getString == 0) {
            throw new SpoutException(
                    "this " + system.name() + " context has no glGetString; is the graphics driver installed?");
        }
        String text = string(Calls.longOf(MemorySegment.ofAddress(getString), name));
        if (text == null) {
            throw new SpoutException(
                    "the current " + system.name() + " context does not tell its version; is it lost?");
        }
        return text;
    }

    @SuppressWarnings("restricted")
    private static String string(long address) {
        return address == 0 ? null : MemorySegment.ofAddress(address).reinterpret(Long.MAX_VALUE).getString(0);
    }

    private static String[] words(long address) {
        String text = string(address);
        return text == null ? new String[0] : text.split(" ");
    }

    private int integer(int name, MemorySegment value) {
        gl.getIntegerv(name, value.address());
        return value.get(ValueLayout.JAVA_INT, 0);
    }

    private boolean isCompatible(MemorySegment value) {
        if (version.es()) {
            return false;
        }
        if (version.isDesktop(3, 2)) {
            return (integer(Gl.CONTEXT_PROFILE_MASK, value) & Gl.CONTEXT_COMPATIBILITY_PROFILE_BIT) != 0;
        }
        return version.isDesktop(3, 1)
                ? has("GL_ARB_compatibility")
                : (integer(Gl.CONTEXT_FLAGS, value) & Gl.CONTEXT_FLAG_FORWARD_COMPATIBLE_BIT) == 0;
    }

    /** Its functions; to be called while {@link #isCurrent}. */
    public GlFunctions gl() {
        return gl;
    }

    public GlVersion version() {
        return version;
    }

    /** "OpenGL 4.5 (llvmpipe, by GLX)". */
    @Override
    public String toString() {
        return description;
    }

    /** Whether it is current on this thread. */
    public boolean isCurrent() {
        return system.current() == handle;
    }

    /** Whether it is current on this thread, and not lost as far as it tells: whether what it has can be used, and freed. */
    public boolean isUsable() {
        return isCurrent() && !isLost();
    }

    /** Where it is current. */
    private boolean isLost() {
        if (!lost && tellsResets && gl.getGraphicsResetStatus() != Gl.NO_ERROR) {
            lost = true;
        }
        return lost;
    }

    /**
     * Checks that it is current, and not lost as far as it tells.
     *
     * @param owner whose context it is: "the GlSender of \"Lines\""
     */
    public void require(String owner) {
        if (!isCurrent()) {
            long now = system.current();
            throw new IllegalStateException(now == 0
                    ? "no OpenGL context is current on the thread \"" + Thread.currentThread().getName() + "\", and "
                            + owner
                            + " needs the one that was at its opening"
                    : "another OpenGL context is current than when " + owner
                            + " was opened; open one for each context");
        }
        if (isLost()) {
            throw new SpoutException(
                    "the OpenGL context of " + owner + " is lost, as the graphics driver was reset; make a new "
                            + "context and open it again there");
        }
    }

    public boolean has(String extension) {
        return extensions.contains(extension);
    }

    /** Whether it has sync objects. */
    public boolean hasFences() {
        return version.es() || version.isDesktop(3, 2) || has("GL_ARB_sync");
    }

    /** Whether buffers can stay mapped while the GPU uses them. */
    public boolean hasPersistentBuffers() {
        return version.isDesktop(4, 4) || !version.es() && has("GL_ARB_buffer_storage");
    }

    /** Whether Direct3D's textures can be registered with OpenGL. */
    public boolean hasDxInterop() {
        return interoperates;
    }

    /** Whether OpenGL opens Direct3D's shared textures as memory of its own. */
    public boolean hasMemoryObjects() {
        return has("GL_EXT_memory_object") && has("GL_EXT_memory_object_win32");
    }

    /** Whether the size of a texture can be asked for. */
    public boolean tellsTextureSizes() {
        return !version.es() || version.isEs(3, 1);
    }

    /** Whether that of a texture whose target nobody knows can, too. */
    public boolean tellsSizesByName() {
        return version.isDesktop(4, 5) || has("GL_ARB_direct_state_access");
    }

    /** Whether a texture tells that its size is fixed for good. */
    public boolean tellsImmutableTextures() {
        return version.es() || version.isDesktop(4, 2) || has("GL_ARB_texture_storage");
    }

    /** Whether it has what OpenGL 3.1 removed: pixels are scaled and biased on their way. */
    public boolean hasPixelTransfer() {
        return compatible;
    }

    /** Whether drawing to sRGB framebuffers can be switched, as in all but OpenGL ES. */
    public boolean switchesSrgb() {
        return !version.es();
    }

    /** What it prefers to give can be asked for. */
    public boolean tellsReadFormat() {
        return version.es() || version.isDesktop(4, 1) || has("GL_ARB_ES2_compatibility");
    }
}
