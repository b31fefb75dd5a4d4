package io.github.spout4j.cli.preview;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntBinaryOperator;

/** Pictures, and how they are to look in a preview: by a slow reference. */
final class Shown {
    private static final int LIGHT = 0x5C;
    private static final int DARK = 0x42;

    private Shown() {}

    /** A picture of straight colours and all alphas. */
    static BufferedImage picture(int width, int height, long seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, new Random(seed).ints((long) width * height).toArray(), 0, width);
        return picture;
    }

    /** What a screen as large as that shows of each place of the picture. */
    static BufferedImage screen(BufferedImage picture, IntBinaryOperator pixelAt) {
        BufferedImage screen = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < screen.getHeight(); y++) {
            for (int x = 0; x < screen.getWidth(); x++) {
                screen.setRGB(x, y, pixelAt.applyAsInt(x, y));
            }
        }
        return screen;
    }

    /** Straight colours over a checkerboard. */
    static BufferedImage over(BufferedImage picture, int square) {
        return screen(picture, (x, y) -> over(picture.getRGB(x, y), x, y, square));
    }

    /** A straight colour over the square of a checkerboard that is there. */
    static int over(int argb, int x, int y, int square) {
        double alpha = (argb >>> 24) / 255.0;
        return blend(argb, alpha, alpha, x, y, square);
    }

    /** A colour that was multiplied already. */
    static int premultipliedOver(int argb, int x, int y, int square) {
        return blend(argb, 1, (argb >>> 24) / 255.0, x, y, square);
    }

    private static int blend(int argb, double share, double alpha, int x, int y, int square) {
        long behind = Math.round(((x / square + y / square) % 2 == 0 ? LIGHT : DARK) * (1 - alpha));
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            rgb |= (int) Math.min(255, Math.round((argb >> shift & 0xFF) * share) + behind) << shift;
        }
        return rgb;
    }
}
