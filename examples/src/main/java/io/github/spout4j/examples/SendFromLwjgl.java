package io.github.spout4j.examples;

import static org.lwjgl.glfw.GLFW.*;
import static org.lwjgl.opengl.GL33C.*;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.GlSender;
import org.lwjgl.opengl.GL;

/**
 * Draws with OpenGL in a window of LWJGL's GLFW, and sends the back buffer. Run: {@code examples/run SendFromLwjgl [NAME]}.
 * Argument: the sender's name, if any.
 */
public final class SendFromLwjgl {
    private static final String VERTICES = """
            #version 330 core
            void main() { // one triangle, larger than the window
                gl_Position = vec4(4 * (gl_VertexID & 1) - 1, 2 * (gl_VertexID & 2) - 1, 0, 1);
            }
            """;
    private static final String COLOURS = """
            #version 330 core
            uniform vec3 given; // width, height, seconds
            out vec4 colour;
            void main() {
                vec2 place = gl_FragCoord.xy - given.xy / 2;
                float angle = atan(place.y, place.x) + given.z;
                vec3 wheel = 0.5 + 0.5 * cos(angle + vec3(0, 2.1, 4.2));
                vec3 drawn = length(place) < 0.4 * given.y ? wheel : vec3(0.2);
                bool marked = gl_FragCoord.x < 40 && abs(place.y) > given.y / 2 - 40; // red above, blue below
                colour = vec4(marked ? vec3(place.y > 0, 0, place.y < 0) : drawn, 1);
            }
            """;

    private SendFromLwjgl() {}

    public static void main(String[] args) {
        String name = args.length > 0 ? args[0] : "LWJGL";
        long window = openWindow();
        try (Spout spout = Spout.open(); GlSender sender = GlSender.of(spout.sender(name).size(1280, 720).open())) {
            String title = "Sending \"" + sender.sender().name() + "\"";
            glfwSetWindowTitle(window, title);
            IO.println(title + "; close the window to end it.");
            int program = program();
            int[] width = new int[1], height = new int[1];
            while (!glfwWindowShouldClose(window)) {
                glfwGetFramebufferSize(window, width, height);
                if (width[0] > 0 && height[0] > 0) { // a minimised window may have no pixels
                    glViewport(0, 0, width[0], height[0]);
                    glUniform3f(glGetUniformLocation(program, "given"), width[0], height[0], (float) glfwGetTime());
                    glDrawArrays(GL_TRIANGLES, 0, 3);
                    sender.sendBackBuffer(width[0], height[0]); // before the buffers are swapped
                }
                glfwSwapBuffers(window);
                glfwPollEvents();
                sender.sender().holdFps(60);
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
        glfwTerminate(); // after the sender is closed, as the context ends with it
    }

    private static long openWindow() {
        glfwSetErrorCallback((_, why) -> System.err.println("GLFW can open no window here: " + memUTF8(why)));
        long window = 0;
        if (glfwInit()) {
            glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
            glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
            glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
            glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
            window = glfwCreateWindow(1280, 720, "Spout", 0, 0);
        }
        if (window == 0) {
            System.exit(1);
        }
        glfwSetErrorCallback(null);
        glfwMakeContextCurrent(window);
        GL.createCapabilities();
        return window;
    }

    private static int program() {
        int program = glCreateProgram();
        for (int type : new int[]{GL_VERTEX_SHADER, GL_FRAGMENT_SHADER}) {
            int shader = glCreateShader(type);
            glShaderSource(shader, type == GL_VERTEX_SHADER ? VERTICES : COLOURS);
            glCompileShader(shader);
            glAttachShader(program, shader);
        }
        glLinkProgram(program);
        glUseProgram(program);
        glBindVertexArray(glGenVertexArrays()); // the core profile wants one, even an empty one
        return program;
    }
}
