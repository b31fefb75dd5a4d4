import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.GlReceiver;
import io.github.spout4j.opengl.GlSender;
import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.testing.Drawing;
import io.github.spout4j.opengl.testing.StateDump;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Arrays;
import processing.core.PApplet;
import processing.core.PConstants;
import processing.core.PGraphics;
import processing.core.PImage;
import processing.opengl.PGraphicsOpenGL;
import processing.opengl.Texture;

/**
 * In the middle of what a sketch of Processing's draws, its pictures and others are sent and received, pixel by pixel, and nothing is changed
 * by it: no number that OpenGL tells, and no pixel of what is drawn. Says so in the end. Argument: a name for senders.
 */
public final class StateSketch extends PApplet {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SIDE = 61;

    private Spout spout;
    private GlSender sender;
    private SpoutReceiver receiver;
    private GlReceiver textures;
    private MemorySegment noise;
    private int noiseTexture;
    private PImage image;
    private int[] undisturbed;

    public static void main(String[] args) {
        PApplet.main(StateSketch.class, args);
    }

    @Override
    public void settings() {
        size(200, 120, P3D);
    }

    @Override
    public void setup() {
        spout = Spout.open();
        sender = GlSender.of(spout.sender(args[0]).size(8, 8).open());
        receiver = spout.receiver(args[0]).open();
        textures = GlReceiver.of(spout.receiver(args[0]).open());
        noise = Drawing.noise(GlPixels.RGBA8, SIDE, SIDE, 1);
        noiseTexture = Drawing.texture(GlPixels.RGBA8, SIDE, SIDE, noise);
        image = createImage(16, 16, PConstants.RGB);
    }

    /** Undisturbed and disturbed by turns: straight into the window's back buffer first, then into a framebuffer of Processing's. */
    @Override
    public void draw() {
        try {
            switch (frameCount) {
                case 1, 5 -> undisturbed = drawn(false);
                case 2, 6 -> assertThat(Arrays.mismatch(drawn(true), undisturbed)).as("the first pixel that is changed")
                        .isEqualTo(-1);
                case 3 -> {
                    beginPGL().enableFBOLayer();
                    endPGL();
                }
                case 4 -> sendImages();
                case 7 -> {
                    println("nothing is changed");
                    exit();
                }
                default -> background(0);
            }
        } catch (Throwable t) {
            t.printStackTrace();
            System.exit(1);
        }
    }

    private int[] drawn(boolean disturbed) {
        paint(0);
        background(40, 80, 120);
        noStroke();
        lights();
        pushMatrix();
        translate(60, 60);
        rotateY(0.5f);
        fill(200, 100, 50);
        box(40);
        image(image, 0, 0, 50, 50);
        flush();
        if (disturbed) {
            disturb();
        }
        paint(100);
        image(image, 10, 10, 30, 20);
        sphere(20);
        popMatrix();
        fill(255);
        text("text", 120, 40);
        loadPixels();
        return pixels.clone();
    }

    /** So that the image's pixels go to OpenGL before it is drawn next. */
    private void paint(int blue) {
        image.loadPixels();
        for (int i = 0; i < image.pixels.length; i++) {
            image.pixels[i] = color(i, 255 - i, blue);
        }
        image.updatePixels();
    }

    private void disturb() {
        Texture picture = ((PGraphicsOpenGL) g).getTexture();
        IntBuffer bound = IntBuffer.allocate(1);
        beginPGL().getIntegerv(0x8CA6, bound); // GL_DRAW_FRAMEBUFFER_BINDING
        println("drawn into framebuffer " + bound.get(0));
        assertThat(AnyGl.errors()).isEmpty();
        StateDump before = StateDump.of(false);
        assertThat(before.size()).isGreaterThan(60);
        byte[] expected = Drawing.turned(noise, SIDE).toArray(ValueLayout.JAVA_BYTE);
        send(before, () -> sender.send(noiseTexture, SIDE, SIDE));
        requireSame("what was sent", frame(SIDE, SIDE), expected);
        do {
            assertThat(textures.receive(PATIENCE)).isTrue(); // an earlier one, maybe
            assertThat(StateDump.of(false)).as("receive").isEqualTo(before);
        } while (textures.number() < sender.sender().frameCount());
        send(before, () -> sender.send(textures.texture(), SIDE, SIDE));
        requireSame("what was received", frame(SIDE, SIDE), expected);
        send(before, () -> sender.sendFramebuffer(bound.get(0), pixelWidth, pixelHeight));
        byte[] framebuffer = frame(pixelWidth, pixelHeight);
        send(before, () -> sender.send(picture.glName, picture.glWidth, picture.glHeight));
        byte[] texture = frame(pixelWidth, pixelHeight);
        assertThat(AnyGl.errors()).isEmpty();
        endPGL();
        loadPixels();
        requireSame("the framebuffer", framebuffer, bytes(pixels));
        requireSame("the texture", texture, bytes(pixels));
    }

    /** Of createGraphics, and of an image, whose top row is first. */
    private void sendImages() {
        background(0);
        PGraphics graphics = createGraphics(50, 30, P3D);
        graphics.beginDraw();
        graphics.background(250, 120, 60);
        graphics.noStroke();
        graphics.rect(0, 0, 20, 10);
        graphics.endDraw();
        Texture drawn = ((PGraphicsOpenGL) graphics).getTexture();
        sender.send(drawn.glName, drawn.glWidth, drawn.glHeight);
        sender.finish();
        byte[] sent = frame(50, 30);
        graphics.loadPixels();
        requireSame("a PGraphics", sent, bytes(graphics.pixels));
        assertThat(Arrays.copyOf(sent, 4)).as("its top left pixel").containsOnly(255);
        try (GlSender images = GlSender.builder(spout.sender(args[0] + " image").size(16, 16).open()).flip(false).open();
                SpoutReceiver frames = spout.receiver(args[0] + " image").open()) {
            Texture texture = ((PGraphicsOpenGL) g).getTexture(image);
            images.send(texture.glName, texture.glWidth, texture.glHeight);
            images.finish();
            requireSame("an image", frame(frames, 16, 16), bytes(image.pixels));
        }
        println("images are sent");
    }

    private static byte[] bytes(int[] argb) {
        byte[] rgba = new byte[argb.length * 4];
        for (int i = 0; i < argb.length; i++) {
            rgba[4 * i] = (byte) (argb[i] >> 16);
            rgba[4 * i + 1] = (byte) (argb[i] >> 8);
            rgba[4 * i + 2] = (byte) argb[i];
            rgba[4 * i + 3] = (byte) (argb[i] >> 24);
        }
        return rgba;
    }

    private static void requireSame(String what, byte[] actual, byte[] expected) {
        assertThat(Arrays.mismatch(actual, expected)).as("the first wrong byte of " + what).isEqualTo(-1);
    }

    private void send(StateDump before, Runnable sending) {
        sending.run();
        assertThat(StateDump.of(false)).as("send").isEqualTo(before);
        assertThat(sender.finish()).isTrue();
        assertThat(StateDump.of(false)).as("finish").isEqualTo(before);
    }

    private byte[] frame(int width, int height) {
        return frame(receiver, width, height);
    }

    private static byte[] frame(SpoutReceiver frames, int width, int height) {
        try (SpoutFrame frame = frames.receive(PATIENCE).orElseThrow()) {
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            return frame.pixels().toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Override
    public void dispose() {
        spout.close();
        super.dispose();
    }
}
