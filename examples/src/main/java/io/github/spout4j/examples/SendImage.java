package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Sends a picture until Ctrl-C, so that receivers who come later see it too. Run: {@code examples/run SendImage FILE}.
 * Argument: a PNG or JPEG file.
 */
public final class SendImage {
    private SendImage() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: SendImage FILE");
            System.exit(2);
        }
        File file = new File(args[0]);
        try (Spout spout = Spout.open()) {
            BufferedImage image = read(file);
            // The name is free text; BGRA8 is what Java's own images are in memory, so nothing has to be converted.
            try (SpoutSender sender = spout.sender(file.getName()).size(image.getWidth(), image.getHeight())
                    .format(PixelFormat.BGRA8).open()) {
                IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
                for (;;) {
                    sender.send(image);
                    sender.holdFps(30);
                }
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static BufferedImage read(File file) {
        try {
            BufferedImage image = ImageIO.read(file);
            if (image != null) {
                return image;
            }
        } catch (IOException _) { // as no image
        }
        throw new IllegalArgumentException(
                file + (file.exists() ? " is not an image that Java can read" : " is not there"));
    }
}
