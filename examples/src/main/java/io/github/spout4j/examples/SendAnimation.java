package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/**
 * Draws with Java2D and sends the drawing 60 times a second, until Ctrl-C. Run: {@code examples/run SendAnimation [NAME]}.
 * Argument: the sender's name, if any.
 */
public final class SendAnimation {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private SendAnimation() {}

    public static void main(String[] args) {
        String name = args.length > 0 ? args[0] : "Java animation";
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open()) {
            IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
            for (int frame = 0;; frame++) {
                draw(graphics, frame / 60.0);
                sender.send(image);
                sender.holdFps(60);
                if (frame % 300 == 299) {
                    IO.println("%d frames, %.1f a second".formatted(sender.frameCount(), sender.fps()));
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static void draw(Graphics2D graphics, double seconds) {
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int ball = 0; ball < 12; ball++) {
            double angle = seconds + ball * Math.PI / 6;
            double x = WIDTH / 2.0 + 400 * Math.cos(angle);
            double y = HEIGHT / 2.0 + 250 * Math.sin(2 * angle);
            graphics.setColor(Color.getHSBColor(ball / 12f, 0.8f, 1));
            graphics.fill(new Ellipse2D.Double(x - 40, y - 40, 80, 80));
        }
    }
}
