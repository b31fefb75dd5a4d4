package io.github.spout4j.opengl.context;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What makes OpenGL contexts current on this system: WGL, GLX, EGL or CGL. */
interface ContextSystem {
    /** As it is called: "GLX". */
    String name();

    /** The context that is current on this thread; 0 where none of this system's is. */
    long current();

    /** The address of a function, for the context that is current; 0 where there is none. An address does not mean that the context has it. */
    long find(String function);

    /** Those that are installed here. */
    static List<ContextSystem> installed() {
        return Installed.SYSTEMS;
    }

    /** Loads them once. */
    final class Installed {
        private static final List<ContextSystem> SYSTEMS = load(System.getProperty("os.name").toLowerCase(Locale.ROOT));

        private Installed() {}

        private static List<ContextSystem> load(String system) {
            if (system.startsWith("windows")) {
                return Stream.of(Wgl.load()).flatMap(java.util.Optional::stream).toList();
            }
            if (system.startsWith("mac")) {
                return Stream.of(Cgl.load()).flatMap(java.util.Optional::stream).toList();
            }
            return Stream.of(Glx.load(), Egl.load()).flatMap(java.util.Optional::stream).toList();
        }
    }
}
