package io.github.spout4j.cli;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A picture to be sent.
 *
 * @param image TYPE_INT_ARGB, which Spout sends fastest
 * @param fps   the pictures a second (Hz) that its animation asks for; 0 for a still picture
 */
record Picture(BufferedImage image, double fps) {
    static Picture still(BufferedImage image) {
        return new Picture(argb(image), 0);
    }

    long bytes() {
        return 4L * image.getWidth() * image.getHeight();
    }

    private static BufferedImage argb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
            return image;
        }
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }
}
