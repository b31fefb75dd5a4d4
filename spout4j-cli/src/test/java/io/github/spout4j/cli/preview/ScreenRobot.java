package io.github.spout4j.cli.preview;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Presses keys and looks at the screen, as it is told on standard input; answers each line with "done" or what was wrong. */
final class ScreenRobot {
    private static final long PATIENCE = 30_000_000_000L;

    private final Robot robot = new Robot();
    private final Dimension size = Toolkit.getDefaultToolkit().getScreenSize();

    private ScreenRobot() throws Exception {}

    public static void main(String[] args) throws Exception {
        ScreenRobot screen = new ScreenRobot();
        System.out.println(screen.size.width + " " + screen.size.height);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            System.out.println(switch (words[0]) {
                case "press" -> screen.press(KeyEvent.class.getField("VK_" + words[1]).getInt(null));
                case "click" -> screen.click();
                case "expect" -> screen.expect(new File(words[1]));
                default -> "what is \"" + order + "\"?";
            });
        }
    }

    private String press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
        return "done";
    }

    private String click() {
        robot.mouseMove(size.width / 2, size.height / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        return "done";
    }

    private String expect(File file) throws Exception {
        BufferedImage expected = ImageIO.read(file);
        long end = System.nanoTime() + PATIENCE;
        int different;
        do {
            BufferedImage seen = robot.createScreenCapture(new Rectangle(size));
            different = different(expected, seen);
            if (different > 0 && System.nanoTime() > end) {
                File kept = new File(file.getPath().replace(".png", "-seen.png"));
                ImageIO.write(seen, "png", kept);
                return different + " pixels differ, see " + kept;
            }
        } while (different > 0);
        return "done";
    }

    private static int different(BufferedImage expected, BufferedImage seen) {
        if (seen.getWidth() != expected.getWidth() || seen.getHeight() != expected.getHeight()) {
            return Integer.MAX_VALUE;
        }
        int different = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int pixel = expected.getRGB(x, y);
                different += pixel >>> 24 != 0 && pixel != seen.getRGB(x, y) ? 1 : 0;
            }
        }
        return different;
    }
}
