package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;

/**
 * A picture to be sent.
 *
 * @param image TYPE_INT_ARGB, which Spout sends fastest
 * @param fps   the pictures a second (Hz) that its animation asks for; 0 for a still picture
 */
public record Picture(BufferedImage image, double fps) {
    static Picture still(BufferedImage image) {
        return new Picture(argb(image), 0);
    }

    long bytes() {
        return 4L * image.getWidth() * image.getHeight();
    }

    /** Drawing would be simpler, but Java2D changes the colours of translucent pixels. */
    private static BufferedImage argb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
            return image;
        }
        int width = image.getWidth();
        BufferedImage copy = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            copy.setRGB(0, y, width, 1, image.getRGB(0, y, width, 1, row, 0, width), 0, width);
        }
        return copy;
    }
}
