package io.github.spout4j.snippets;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.PixelView;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A program that sends. */
public abstract class Sending {
    private final Spout spout;
    private final String name;
    private volatile boolean running = true;

    protected Sending(Spout spout, String name) {
        this.spout = spout;
        this.name = name;
    }

    public void stop() {
        running = false;
    }

    protected abstract void draw(Graphics2D graphics);

    protected abstract void render(MemorySegment pixels);

    public void animation() {
        // @start region="animation"
        var image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try (SpoutSender sender = spout.sender(name).size(1280, 720).open()) { // @replace substring='name' replacement='"Stage"'
            while (running) {
                draw(graphics);
                sender.send(image);
                sender.holdFps(60);
            }
        }
        // @end
    }

    public static void gradient(SpoutSender sender) {
        // @start region="gradient"
        try (SpoutFrame frame = sender.nextFrame()) {
            PixelView pixels = frame.view();
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < frame.width(); x++) {
                    pixels.set(x, y, 0, (float) x / frame.width());
                    pixels.set(x, y, 1, (float) y / frame.height());
                    pixels.set(x, y, 2, 0);
                    pixels.set(x, y, 3, 1);
                }
            }
        }
        // @end
    }

    public void fromOpenGl(SpoutSender sender) {
        // @start region="opengl"
        PixelLayout layout = PixelLayout.BGRA.flipped();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(layout.bytesFor(sender.width(), sender.height()));
            render(pixels);
            sender.send(pixels, layout);
        }
        // @end
    }

    public void titles() {
        // @start region="titles"
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_ARGB_PRE);
        draw(image.createGraphics());
        try (SpoutSender sender = spout.sender(name).size(640, 360) // @replace substring='name' replacement='"Titles"'
                .format(PixelFormat.BGRA8).alpha(Alpha.PREMULTIPLIED).open()) {
            while (running) {
                sender.send(image);
                sender.holdFps(30);
            }
        }
        // @end
    }
}
