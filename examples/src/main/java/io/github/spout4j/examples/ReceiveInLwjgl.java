package io.github.spout4j.examples;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import io.github.spout4j.Alpha;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.GlReceiver;
import java.time.Duration;
import org.lwjgl.opengl.GL;

/**
 * Shows a sender in a window of LWJGL's GLFW, as large as fits: each frame comes into a texture, whatever its size. Run:
 * {@code examples/run ReceiveInLwjgl [SENDER]}. Argument: the sender's name, else whichever is active.
 */
public final class ReceiveInLwjgl {
    private ReceiveInLwjgl() {}

    public static void main(String[] args) {
        if (args.length > 1) {
            System.err.println("usage: ReceiveInLwjgl [SENDER]");
            System.exit(2);
        }
        long window = openWindow();
        try (Spout spout = Spout.open();
                GlReceiver receiver = open(args.length > 0 ? spout.receiver(args[0]) : spout.receiver())) {
            int framebuffer = glGenFramebuffers();
            String last = "";
            while (!glfwWindowShouldClose(window)) {
                receiver.receive(Duration.ofMillis(20)); // without a time it would not wait
                if (receiver.texture() != 0) {
                    show(receiver, framebuffer, window);
                    glfwSwapBuffers(window);
                }
                glfwPollEvents();
                String now = receiver.receiver().info().map(sender -> "Receiving \"" + sender.name() + "\"")
                        .orElse("Waiting for " + (args.length > 0 ? "\"" + args[0] + "\"" : "a sender"));
                if (!now.equals(last)) {
                    glfwSetWindowTitle(window, now);
                    IO.println(now);
                    last = now;
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
        glfwTerminate(); // after the receiver is closed, as the context ends with it
    }

    private static GlReceiver open(SpoutReceiver.Builder builder) {
        return GlReceiver.builder(builder.open()).alpha(Alpha.PREMULTIPLIED).open(); // see-through is seen on black
    }

    /** Draws the texture, fitted. Its size follows the sender's, its name stays. */
    private static void show(GlReceiver receiver, int framebuffer, long window) {
        int[] width = new int[1], height = new int[1];
        glfwGetFramebufferSize(window, width, height);
        double scale = Math.min((double) width[0] / receiver.width(), (double) height[0] / receiver.height());
        int shownWidth = (int) Math.round(scale * receiver.width());
        int shownHeight = (int) Math.round(scale * receiver.height());
        int left = (width[0] - shownWidth) / 2;
        int bottom = (height[0] - shownHeight) / 2;
        glClear(GL_COLOR_BUFFER_BIT);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
        glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, receiver.texture(), 0);
        glBlitFramebuffer(0, 0, receiver.width(), receiver.height(), left, bottom, left + shownWidth,
                bottom + shownHeight, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    }

    private static long openWindow() {
        glfwSetErrorCallback((_, why) -> System.err.println("GLFW can open no window here: " + memUTF8(why)));
        long window = 0;
        if (glfwInit()) {
            glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
            glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
            glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
            glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
            window = glfwCreateWindow(960, 540, "Spout", 0, 0);
        }
        if (window == 0) {
            System.exit(1);
        }
        glfwSetErrorCallback(null);
        glfwMakeContextCurrent(window);
        GL.createCapabilities();
        return window;
    }
}
