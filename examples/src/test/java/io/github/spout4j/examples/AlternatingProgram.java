package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Sends two pictures by turns, ten times a second. Arguments: the sender's name, and the pictures. */
final class AlternatingProgram {
    private AlternatingProgram() {}

    public static void main(String[] args) throws IOException {
        BufferedImage[] pictures = {ImageIO.read(new File(args[1])), ImageIO.read(new File(args[2]))};
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(args[0]).size(1, 1).format(PixelFormat.BGRA8).open()) {
            IO.println("Sending");
            for (int frame = 0;; frame++) {
                BufferedImage picture = pictures[frame % 2];
                sender.resize(picture.getWidth(), picture.getHeight());
                sender.send(picture);
                sender.holdFps(10);
            }
        }
    }
}
