package io.github.spout4j.opengl.testing;

import java.util.Locale;
import java.util.Optional;
import org.lwjgl.glfw.GLFW;

/** A context of a hidden window, by LWJGL's GLFW: GLX on Linux, WGL on Windows. */
public final class GlfwContext implements TestContext {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 120;
    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private static Optional<String> missing;

    private final boolean core;
    private final long window;

    /** A new one; not current. */
    public GlfwContext(boolean core) {
        this(core, 0);
    }

    private GlfwContext(boolean core, long share) {
        this.core = core;
        GLFW.glfwDefaultWindowHints();
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        GLFW.glfwWindowHint(GLFW.GLFW_DECORATED, GLFW.GLFW_FALSE);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 3);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, core ? 3 : 0);
        if (core) {
            GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
        }
        window = GLFW.glfwCreateWindow(WIDTH, HEIGHT, "spout4j test", 0, share);
        if (window == 0) {
            throw new IllegalStateException("GLFW makes no window: " + GLFW.glfwGetError(null));
        }
    }

    /** Why there is none here; empty where there is. */
    public static synchronized Optional<String> missing() {
        if (missing == null) {
            missing = start();
        }
        return missing;
    }

    private static Optional<String> start() {
        if (!WINDOWS && !XvfbDisplay.start()) {
            return Optional.of("there is no Xvfb to show a window on");
        }
        try {
            return GLFW.glfwInit() ? Optional.empty() : Optional.of("GLFW does not start here");
        } catch (UnsatisfiedLinkError e) {
            return Optional.of("GLFW cannot be loaded here: " + e.getMessage());
        }
    }

    @Override
    public void makeCurrent() {
        GLFW.glfwMakeContextCurrent(window);
    }

    @Override
    public void release() {
        GLFW.glfwMakeContextCurrent(0);
    }

    @Override
    public TestContext shared() {
        return new GlfwContext(core, window);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void close() {
        GLFW.glfwDestroyWindow(window);
    }
}
