package io.github.spout4j.examples;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Says "shown" once every pixel of the screen is that of a picture, whose alpha 0 is any; after 20 s how far it is from that,
 * and keeps the screen as a file. Arguments: the picture, and the file.
 */
final class ScreenProgram {
    private ScreenProgram() {}

    public static void main(String[] args) throws AWTException, IOException {
        BufferedImage expected = ImageIO.read(new File(args[0]));
        Robot robot = new Robot();
        Rectangle all = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        long end = System.nanoTime() + 20_000_000_000L;
        BufferedImage screen;
        int different;
        do {
            screen = robot.createScreenCapture(all);
            different = different(expected, screen);
        } while (different > 0 && System.nanoTime() < end);
        ImageIO.write(screen, "png", new File(args[1]));
        IO.println(different == 0 ? "shown" : different + " pixels of the screen differ, see " + args[1]);
    }

    private static int different(BufferedImage expected, BufferedImage screen) {
        if (screen.getWidth() != expected.getWidth() || screen.getHeight() != expected.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int different = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int pixel = expected.getRGB(x, y);
                different += pixel >>> 24 != 0 && pixel != screen.getRGB(x, y) ? 1 : 0;
            }
        }
        return different;
    }
}
