package io.github.spout4j.opengl.testing;

import io.github.spout4j.Spout;
import io.github.spout4j.opengl.GlReceiver;
import io.github.spout4j.opengl.GlSender;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program of OpenGL's, in a process of its own. {@code send NAME WIDTH HEIGHT SEED}: draws {@link Drawing#rectangles}, sends them, says "sent", and ends when it is told anything.
 * {@code receive NAME FILE}: receives a frame into a texture, writes its pixels there, RGBA and the highest row first, and says "received WIDTH HEIGHT".
 */
public final class GlProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private GlProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (TestContext _ = ContextKind.openAny(); Spout spout = Spout.open()) {
            if (arguments[0].equals("send")) {
                send(spout, arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
            } else {
                receive(spout, arguments[1], Path.of(arguments[2]));
            }
        }
    }

    private static void send(Spout spout, String name, int width, int height, int seed) throws IOException {
        int texture = Drawing.texture(GlPixels.RGBA8, width, height, null);
        Drawing.bind(Drawing.framebuffer(Gl.TEXTURE_2D, texture));
        Drawing.rectangles(width, height, seed);
        Drawing.bind(0);
        try (GlSender sender = GlSender.of(spout.sender(name).size(width, height).open())) {
            sender.send(texture, width, height);
            sender.finish();
            System.out.println("sent");
            System.in.read();
        }
    }

    private static void receive(Spout spout, String name, Path file) throws IOException {
        try (GlReceiver receiver = GlReceiver.of(spout.receiver(name).open())) {
            if (!receiver.receive(PATIENCE)) {
                throw new AssertionError("no frame came");
            }
            int width = receiver.width();
            int height = receiver.height();
            Files.write(file,
                    Drawing.turned(Drawing.readTexture(receiver.texture(), GlPixels.RGBA8, width, height), height)
                            .toArray(ValueLayout.JAVA_BYTE));
            System.out.println("received " + width + " " + height);
        }
    }
}
