package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Sends a picture until Ctrl-C, so that receivers who come later see it too. Argument: a PNG or JPEG file. */
public final class SendImage {
    private SendImage() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: SendImage FILE");
            System.exit(2);
        }
        File file = new File(args[0]);
        BufferedImage image = ImageIO.read(file);
        if (image == null) {
            System.err.println(file + " is not an image that Java can read");
            System.exit(2);
        }
        // The name is free text; BGRA8 is what Java's own images are in memory, so nothing has to be converted.
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(file.getName()).size(image.getWidth(), image.getHeight())
                        .format(PixelFormat.BGRA8).open()) {
            IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
            for (;;) {
                sender.send(image);
                sender.holdFps(30);
            }
        }
    }
}
