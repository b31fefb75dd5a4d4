package io.github.spout4j.examples;

import static org.lwjgl.egl.EGL15.*;
import static org.lwjgl.egl.EXTDeviceBase.eglQueryDevicesEXT;
import static org.lwjgl.egl.EXTPlatformDevice.EGL_PLATFORM_DEVICE_EXT;
import static org.lwjgl.opengl.GL33C.*;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.GlSender;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.lwjgl.BufferUtils;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;

/**
 * Draws with OpenGL without a window or display, by EGL, into a framebuffer object that it sends, until Ctrl-C; needs Linux. Run:
 * {@code examples/run SendFromEgl [NAME]}. Argument: the sender's name, if any.
 */
public final class SendFromEgl {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private static volatile boolean ending;

    private SendFromEgl() {}

    public static void main(String[] args) {
        Semaphore ended = new Semaphore(0);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            ending = true;
            ended.acquireUninterruptibly(); // the sender is closed by the thread that has the context
        }));
        int status = 0;
        try {
            Configuration.OPENGL_CONTEXT_API.set("EGL");
            makeCurrent();
            send(args.length > 0 ? args[0] : "EGL");
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            status = e instanceof SpoutException ? 1 : 2;
        } catch (IllegalStateException | UnsatisfiedLinkError e) {
            System.err.println("OpenGL cannot draw without a window here: " + e.getMessage());
            status = 1;
        } finally {
            ended.release();
        }
        System.exit(status);
    }

    private static void send(String name) {
        glBindFramebuffer(GL_FRAMEBUFFER, glGenFramebuffers());
        int texture = glGenTextures();
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, WIDTH, HEIGHT, 0, GL_RGBA, GL_UNSIGNED_BYTE, (ByteBuffer) null);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        try (Spout spout = Spout.open(); GlSender sender = GlSender.of(spout.sender(name).size(WIDTH, HEIGHT).open())) {
            IO.println("Sending \"" + sender.sender().name() + "\" drawn by " + glGetString(GL_RENDERER)
                    + "; Ctrl-C ends it.");
            glEnable(GL_SCISSOR_TEST);
            for (int frame = 0; !ending; frame++) {
                fill(0, 0, WIDTH, HEIGHT, 0.2f, 0.2f, 0.2f);
                fill(0, HEIGHT - 40, 40, 40, 1, 0, 0); // upper left
                fill(0, 0, 40, 40, 0, 0, 1); // lower left
                fill(440 + frame * 4 % 320, HEIGHT / 2 - 40, 80, 80, 1, 0.6f, 0); // moves
                sender.send(texture, WIDTH, HEIGHT);
                sender.sender().holdFps(60);
            }
        }
    }

    private static void fill(int x, int y, int width, int height, float red, float green, float blue) {
        glScissor(x, y, width, height);
        glClearColor(red, green, blue, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    /** A context of the first graphics card that gives one, or of software. */
    private static void makeCurrent() {
        PointerBuffer found = BufferUtils.createPointerBuffer(16);
        int[] count = new int[1], version = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_NONE};
        eglQueryDevicesEXT(found, count);
        for (int i = 0; i < count[0]; i++) {
            long display = eglGetPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, found.get(i), (PointerBuffer) null);
            PointerBuffer config = BufferUtils.createPointerBuffer(1);
            if (eglInitialize(display, new int[1], new int[1]) && eglBindAPI(EGL_OPENGL_API)
                    && eglChooseConfig(display, new int[]{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_NONE}, config,
                            new int[1])) {
                long context = eglCreateContext(display, config.get(0), EGL_NO_CONTEXT, version);
                if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
                    GL.createCapabilities();
                    return;
                }
            }
        }
        throw new IllegalStateException("EGL knows " + count[0] + " devices, and none gives a context");
    }
}
