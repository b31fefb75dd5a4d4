package io.github.spout4j.cli.pictures;

import java.awt.image.BufferedImage;

/**
 * A picture to be sent.
 *
 * @param image TYPE_INT_ARGB, which Spout sends fastest, or one with more bits
 * @param fps   the pictures a second (Hz) that its animation asks for; 0 for a still picture
 */
public record Picture(BufferedImage image, double fps) {
    /** @param depth bits of which no more are kept than the image has */
    static Picture of(BufferedImage image, Depth depth, double fps) {
        return new Picture(depth == Depth.SIXTEEN && Depth.of(image.getColorModel()) == Depth.SIXTEEN
                ? image
                : argb(image), fps);
    }

    long bytes() {
        return (long) image.getWidth() * image.getHeight() * image.getColorModel().getPixelSize() / Byte.SIZE;
    }

    /** Drawing would be simpler, but Java2D changes the colours of translucent pixels and of gray ones. */
    private static BufferedImage argb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_ARGB) {
            return image;
        }
        BufferedImage copy = Samples.newImage(image.getWidth(), image.getHeight(), Depth.EIGHT);
        Samples samples = Samples.of(image);
        for (int y = 0; y < image.getHeight(); y++) {
            samples.read(y);
            Samples.write(copy, y, samples.colors(), samples.alpha());
        }
        return copy;
    }
}
