package io.github.spout4j.examples;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Says "shown" once a picture, whose alpha 0 is any, is what the screen shows, or is somewhere on it if the screen is larger;
 * after 20 s how far it is from that, and keeps the screen as a file. Arguments: the picture, and the file.
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

    /** How many pixels of the picture are nowhere: those of the place where the fewest are. */
    private static int different(BufferedImage expected, BufferedImage screen) {
        int[] wanted = pixels(expected);
        int[] shown = pixels(screen);
        int[] counted = IntStream.range(0, wanted.length).filter(i -> wanted[i] >>> 24 != 0).toArray();
        int fewest = Integer.MAX_VALUE;
        for (int top = 0; top <= screen.getHeight() - expected.getHeight(); top++) {
            for (int left = 0; left <= screen.getWidth() - expected.getWidth(); left++) {
                int different = 0;
                for (int i = 0; i < counted.length && different < fewest; i++) {
                    int x = counted[i] % expected.getWidth() + left;
                    int y = counted[i] / expected.getWidth() + top;
                    different += wanted[counted[i]] != shown[y * screen.getWidth() + x] ? 1 : 0;
                }
                fewest = Math.min(fewest, different);
            }
        }
        return fewest;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
